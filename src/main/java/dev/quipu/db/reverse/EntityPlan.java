package dev.quipu.db.reverse;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a table.
 *
 * @param type the name of the class
 * @param attributes the name of the attribute of each column
 * @param toOnes the references, by their column
 */
record EntityPlan(
        StoredTable table,
        String type,
        StoredColumn id,
        Map<SqlName, String> attributes,
        Map<SqlName, ToOne> toOnes,
        List<ToMany> toManys) {

    private static final List<String> VERSIONS = List.of("version", "lock_version");
    private static final String DELETED_AT = "deleted_at";

    /** A reference to an entity of that type. */
    record ToOne(StoredTable.Reference constraint, String type, StoredColumn target) {}

    /** The rows of that type that refer to this one. */
    record ToMany(String name, String type, String mappedBy, boolean removed) {}

    String attribute(StoredColumn column) {
        return String.valueOf(attributes.get(column.name()));
    }

    @Nullable
    ToOne toOne(StoredColumn column) {
        return toOnes.get(column.name());
    }

    /** Whether the mapping says that of the column. Of a soft-deletable entity also what is unique among the rows that are not deleted. */
    boolean isUnique(StoredColumn column) {
        List<SqlName> alone = List.of(column.name());
        return table.keys().stream().anyMatch(key -> key.columns().equals(alone) && hasUsualName(key))
                || table.indexes().stream()
                        .anyMatch(index -> index.unique() && index.columns().equals(alone) && isOverAll(index));
    }

    private boolean isOverAll(StoredTable.Index index) {
        return index.predicate() == null
                || (isSoftDeletable() && index.predicate().equals("(deleted_at IS NULL)"));
    }

    boolean hasUsualName(StoredTable.Key key) {
        return key.name().text().equals(usualName(key.columns(), "key"));
    }

    /** As PostgreSQL names what nobody names. */
    String usualName(List<SqlName> columns, String suffix) {
        return table.name().text() + "_"
                + String.join("_", columns.stream().map(SqlName::text).toList()) + "_" + suffix;
    }

    boolean isId(StoredColumn column) {
        return column.equals(id);
    }

    /** Old rows without a version would look like new ones, so it cannot be null. */
    boolean isVersion(StoredColumn column) {
        return column.notNull()
                && VERSIONS.contains(column.name().text())
                && List.of("integer", "bigint").contains(column.plainType());
    }

    boolean isSoftDeletable() {
        return table.columns().stream().anyMatch(EntityPlan::isDeletedAt);
    }

    static boolean isDeletedAt(StoredColumn column) {
        return !column.notNull()
                && column.name().text().equals(DELETED_AT)
                && column.plainType().startsWith("timestamp");
    }
}
