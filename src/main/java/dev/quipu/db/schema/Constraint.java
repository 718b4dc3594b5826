package dev.quipu.db.schema;

/**
 * A constraint of a table.
 *
 * @param definition as it stands behind the name: {@code "foreign key (role_id) references roles(id)"}
 */
public record Constraint(String table, String name, Kind kind, String definition) implements SchemaObject {

    /** In the order in which they are made. */
    public enum Kind {
        PRIMARY_KEY,
        UNIQUE,
        EXCLUSION,
        CHECK,
        FOREIGN_KEY
    }

    @Override
    public String label() {
        return "constraint " + name + " of " + table;
    }
}
