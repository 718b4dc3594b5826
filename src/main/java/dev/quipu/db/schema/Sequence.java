package dev.quipu.db.schema;

/**
 * A sequence; that of an identity column belongs to the column and is none.
 *
 * @param definition its options: {@code "as bigint start 1 increment by 50 minvalue 1 maxvalue 9223372036854775807 no cycle"}
 */
public record Sequence(String name, String definition) implements SchemaObject {

    @Override
    public String label() {
        return "sequence " + name;
    }
}
