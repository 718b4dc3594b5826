package dev.quipu.rule.engine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The SQL of one entity's rows. Rows are locked in the order of their ids, whoever locks them, so that two transactions never wait
 * for one another; {@code FOR NO KEY UPDATE} does not conflict with the lock that a child's insert takes on its parent.
 */
final class RowStatements {

    /** How a row that is read is kept from changing until the transaction ends. */
    enum Lock {
        NONE(""),
        SHARE(" for share"),
        UPDATE(" for no key update");

        private final String clause;

        Lock(String clause) {
            this.clause = clause;
        }
    }

    /**
     * PostgreSQL plans a statement with an array of ids anew each time, which takes it longer than to carry the plan out; so few ids
     * go into parameters of their own.
     */
    private static final int MOST_PLACES = 16;

    private record Read(Lock lock, int places) {}

    private record Adjusted(List<AggregateRule> rules, boolean one) {}

    private record Stored(BitSet positions, boolean one) {}

    private final String table;
    private final Column id;
    /** What every read returns: all that rules read, the id last. */
    private final List<Column> columns = new ArrayList<>();

    private final @Nullable Column version;
    private final Map<Read, String> reads = new ConcurrentHashMap<>();
    private final Map<Adjusted, String> adjustments = new ConcurrentHashMap<>();
    private final Map<Stored, String> stores = new ConcurrentHashMap<>();

    RowStatements(RuledEntity entity) {
        table = entity.persister.getIdentifierTableName();
        entity.ruled.stream().forEach(position -> columns.add(Column.of(entity, position)));
        id = Column.of(entity, entity.idPosition());
        version = entity.model.version() == null
                ? null
                : Column.of(entity, entity.model.version().position());
        columns.removeIf(column -> column.position() == entity.idPosition());
        columns.add(id);
    }

    List<Column> columns() {
        return columns;
    }

    Column id() {
        return id;
    }

    @Nullable
    Column version() {
        return version;
    }

    Column column(int position) {
        return columns.stream()
                .filter(column -> column.position() == position)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(table + " has no ruled attribute at " + position));
    }

    /** How many parameters of their own that many ids take, a power of two; 0 if they go into one array. */
    static int places(int ids) {
        return ids == 0 || ids > MOST_PLACES ? 0 : ids == 1 ? 1 : Integer.highestOneBit(ids - 1) * 2;
    }

    /** Parameters: as many ids, or an array if that is 0. Returns the columns, then the version. */
    String read(Lock lock, int places) {
        return reads.computeIfAbsent(new Read(lock, places), this::buildRead);
    }

    private String buildRead(Read read) {
        String place = "?::" + id.type();
        String ids = read.places() == 0
                ? " = any(" + place + "[])"
                : " in (" + String.join(", ", Collections.nCopies(read.places(), place)) + ")";
        return "select " + list(columns, "") + (version == null ? "" : ", " + version.name()) + " from " + table
                + " where " + id.name() + ids + " order by " + id.name() + read.lock().clause;
    }

    /**
     * Locks, then adds: two statements in one round trip. A statement sees rows as they were when it began, so one that did both
     * would come to the old version of a row that it has just locked in a newer one, and wait there for a session that waits for it.
     *
     * <p>Parameters: the ids, the ids, then for each rule one array of what to add, or of a value that is an extreme if none is
     * beyond it; for one row the same without arrays. Returns the id and each rule's value as it was, in the order of the ids; then
     * the columns as they are afterwards.
     */
    String adjust(List<AggregateRule> rules, boolean one) {
        return adjustments.computeIfAbsent(new Adjusted(rules, one), this::buildAdjust);
    }

    private String buildAdjust(Adjusted adjusted) {
        List<AggregateRule> rules = adjusted.rules();
        List<Column> targets =
                rules.stream().map(rule -> column(rule.target().position())).toList();
        String place = "?::" + id.type();
        String ids = adjusted.one() ? " = " + place : " = any(" + place + "[]) order by " + id.name();
        return "select " + id.name() + ", " + list(targets, "") + " from " + table + " where " + id.name() + ids
                + Lock.UPDATE.clause + "; update " + table + " t set "
                + each(targets, (column, i) -> assignment(rules.get(i), column, "v.c" + i))
                + (adjusted.one() ? fromOne(targets) : fromArrays(targets)) + " returning " + list(columns, "t.");
    }

    private static String assignment(AggregateRule rule, Column column, String difference) {
        String present = "t." + column.name();
        return column.name() + " = "
                + switch (rule.kind()) {
                    case SUM, COUNT -> present + " + " + difference;
                    case MIN -> "least(" + present + ", " + difference + ")";
                    case MAX -> "greatest(" + present + ", " + difference + ")";
                    case AVERAGE -> throw new IllegalArgumentException("an average has no differences to add");
                };
    }

    /** Parameters: the ids, then an array of values for each position; for one row the same without arrays. */
    String store(BitSet positions, boolean one) {
        return stores.computeIfAbsent(new Stored((BitSet) positions.clone(), one), this::buildStore);
    }

    private String buildStore(Stored stored) {
        List<Column> targets =
                stored.positions().stream().mapToObj(this::column).toList();
        return "update " + table + " t set " + each(targets, (column, i) -> column.name() + " = v.c" + i)
                + (stored.one() ? fromOne(targets) : fromArrays(targets));
    }

    /** The parameters as rows {@code v}, joined with {@code t}. */
    private String fromArrays(List<Column> targets) {
        return " from unnest(?::" + id.type() + "[], " + each(targets, (column, i) -> "?::" + column.type() + "[]")
                + ")" + joined(targets);
    }

    /** The same for parameters that are no arrays. */
    private String fromOne(List<Column> targets) {
        return " from (select ?::" + id.type() + ", " + each(targets, (column, i) -> "?::" + column.type()) + ")"
                + joined(targets);
    }

    private String joined(List<Column> targets) {
        return " v(i, " + each(targets, (column, i) -> "c" + i) + ") where t." + id.name() + " = v.i";
    }

    /**
     * Parameters: an array of values for each column, the last of which is the id. Rows that are there already stay as they are; who
     * is being inserted by another transaction is waited for. Returns the ids of the others.
     */
    static String insert(String table, List<Column> columns) {
        String id = columns.get(columns.size() - 1).name();
        return "insert into " + table + " (" + list(columns, "") + ") select * from unnest("
                + each(columns, (column, i) -> "?::" + column.type() + "[]") + ") v(" + list(columns, "")
                + ") order by v." + id + " on conflict (" + id + ") do nothing returning " + id;
    }

    private interface Rendering {
        String of(Column column, int index);
    }

    private static String each(List<Column> columns, Rendering rendering) {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> rendering.of(columns.get(i), i))
                .collect(Collectors.joining(", "));
    }

    private static String list(List<Column> columns, String prefix) {
        return columns.stream().map(column -> prefix + column.name()).collect(Collectors.joining(", "));
    }
}
