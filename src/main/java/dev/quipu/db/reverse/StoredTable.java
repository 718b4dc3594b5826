package dev.quipu.db.reverse;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A table. */
record StoredTable(
        SqlName name,
        List<StoredColumn> columns,
        List<Key> keys,
        List<Reference> references,
        List<Check> checks,
        List<Index> indexes) {

    /** A primary key or a unique constraint. */
    record Key(SqlName name, boolean primary, List<SqlName> columns, String definition) {}

    /**
     * A foreign key.
     *
     * @param onDelete {@code a} no action, {@code r} restrict, {@code c} cascade, {@code n} set null, {@code d} set default
     */
    record Reference(
            SqlName name,
            List<SqlName> columns,
            SqlName table,
            List<SqlName> tableColumns,
            char onDelete,
            String definition) {}

    record Check(SqlName name, String expression, String definition) {}

    /**
     * An index that no constraint has made.
     *
     * @param columns none if it is over expressions or has another order than usual
     * @param predicate the rows that it is over; null for all
     */
    record Index(
            SqlName name,
            boolean unique,
            List<SqlName> columns,
            @Nullable String predicate,
            String definition) {

        boolean plain() {
            return !columns.isEmpty();
        }
    }

    StoredColumn column(SqlName wanted) {
        return columns.stream()
                .filter(column -> column.name().equals(wanted))
                .findFirst()
                .orElseThrow();
    }

    boolean isUnique(StoredColumn column) {
        return uniqueColumns().anyMatch(List.of(column.name())::equals);
    }

    @Nullable
    Key primaryKey() {
        return keys.stream().filter(Key::primary).findFirst().orElse(null);
    }

    /** The columns of each unique key over all rows, be it a constraint or an index; without the primary key. */
    Stream<List<SqlName>> uniqueColumns() {
        return Stream.concat(
                keys.stream().filter(key -> !key.primary()).map(Key::columns),
                indexes.stream()
                        .filter(index -> index.unique() && index.plain() && index.predicate() == null)
                        .map(Index::columns));
    }
}
