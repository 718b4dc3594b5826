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
        return "select " + list(columns, "") + (version == null ? "" : ", " + version.name()) + " from " + table
                + " where " + id.name() + " = any(?::" + id.type() + "[]) order by " + id.name() + lock.clause;
    }

    /**
     * Parameters: the ids, then for each rule one array of what to add, or of a value that is an extreme if none is beyond it.
     * Returns the columns as they are afterwards, then each rule's value as it was.
     */
    String adjust(List<AggregateRule> rules) {
        return adjustments.computeIfAbsent(rules, this::buildAdjust);
    }

    private String buildAdjust(List<AggregateRule> rules) {
        List<Column> targets =
                rules.stream().map(rule -> column(rule.target().position())).toList();
        String old = each(targets, (column, i) -> column.name() + " as o" + i);
        String assignments = each(targets, (column, i) -> column.name() + " = " + adjusted(rules.get(i), column, i));
        String arrays = each(targets, (column, i) -> "?::" + column.type() + "[]");
        String names = each(targets, (column, i) -> "d" + i);
        return "with l as materialized (select " + id.name() + " as i, " + old + " from " + table + " where "
                + id.name()
                + " = any(?::" + id.type() + "[]) order by " + id.name() + " for no key update) update " + table
                + " t set "
                + assignments + " from l join unnest(?::" + id.type() + "[], " + arrays + ") v(i, " + names
                + ") on v.i = l.i where t." + id.name() + " = l.i returning " + list(columns, "t.") + ", "
                + each(targets, (column, i) -> "l.o" + i);
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
                + " from unnest(?::"
                + id.type() + "[], " + each(targets, (column, i) -> "?::" + column.type() + "[]") + ") v(i, "
                + each(targets, (column, i) -> "c" + i) + ") where t." + id.name() + " = v.i";
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
