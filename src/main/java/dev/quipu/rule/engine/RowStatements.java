package dev.quipu.rule.engine;

import java.util.ArrayList;
import java.util.BitSet;
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

    private final String table;
    private final Column id;
    /** What every read returns: all that rules read, the id last. */
    private final List<Column> columns = new ArrayList<>();

    private final @Nullable Column version;
    private final Map<List<AggregateRule>, String> adjustments = new ConcurrentHashMap<>();

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

    /** Parameter: the ids. Returns the columns, then the version. */
    String read(Lock lock) {
        return "select " + list(columns, "") + (version == null ? "" : ", " + version.name()) + fromTheIds()
                + lock.clause;
    }

    private String fromTheIds() {
        return " from " + table + " where " + id.name() + " = any(?::" + id.type() + "[]) order by " + id.name();
    }

    /**
     * Locks, then adds: two statements in one round trip. A statement sees rows as they were when it began, so one that did both
     * would come to the old version of a row that it has just locked in a newer one, and wait there for a session that waits for it.
     *
     * <p>Parameters: the ids, the ids, then for each rule one array of what to add, or of a value that is an extreme if none is
     * beyond it. Returns the id and each rule's value as it was, in the order of the ids; then the columns as they are afterwards.
     */
    String adjust(List<AggregateRule> rules) {
        return adjustments.computeIfAbsent(rules, this::buildAdjust);
    }

    private String buildAdjust(List<AggregateRule> rules) {
        List<Column> targets =
                rules.stream().map(rule -> column(rule.target().position())).toList();
        String lock = "select " + id.name() + ", " + list(targets, "") + fromTheIds() + Lock.UPDATE.clause;
        String add = "update " + table + " t set "
                + each(targets, (column, i) -> column.name() + " = " + adjusted(rules.get(i), column, i))
                + fromArrays(targets, "d") + " returning " + list(columns, "t.");
        return lock + "; " + add;
    }

    private static String adjusted(AggregateRule rule, Column column, int i) {
        String present = "t." + column.name();
        return switch (rule.kind()) {
            case SUM, COUNT -> present + " + v.d" + i;
            case MIN -> "least(" + present + ", v.d" + i + ")";
            case MAX -> "greatest(" + present + ", v.d" + i + ")";
        };
    }

    /** Parameters: the ids, then an array of values for each position. */
    String store(BitSet positions) {
        List<Column> targets = positions.stream().mapToObj(this::column).toList();
        return "update " + table + " t set " + each(targets, (column, i) -> column.name() + " = v.c" + i)
                + fromArrays(targets, "c");
    }

    /** The parameters as rows {@code v}, joined with {@code t}. */
    private String fromArrays(List<Column> targets, String name) {
        return " from unnest(?::" + id.type() + "[], " + each(targets, (column, i) -> "?::" + column.type() + "[]")
                + ") v(i, " + each(targets, (column, i) -> name + i) + ") where t." + id.name() + " = v.i";
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
