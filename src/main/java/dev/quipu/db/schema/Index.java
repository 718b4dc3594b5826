package dev.quipu.db.schema;

/**
 * An index that serves no constraint.
 *
 * @param unique whether it admits each key once
 * @param definition as it stands behind the table: {@code "(author_id) where (deleted_at is null)"}
 */
public record Index(String table, String name, boolean unique, String definition) implements SchemaObject {

    @Override
    public String label() {
        return (unique ? "unique index " : "index ") + name;
    }
}
