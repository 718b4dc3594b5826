package dev.quipu.db.schema;

import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table.
 *
 * @param columns by name, in their order
 * @param constraints by name; what a column says itself, NOT NULL, is none
 * @param indexes by name; those that serve a constraint are none
 */
public record Table(
        String name,
        Map<String, Column> columns,
        Map<String, Constraint> constraints,
        Map<String, Index> indexes,
        @Nullable String comment)
        implements SchemaObject {

    @Override
    public String label() {
        return "table " + name;
    }

    @Override
    public String definition() {
        return columns.keySet().stream().collect(Collectors.joining(", ", "(", ")"))
                + (comment == null ? "" : ", commented " + Sql.text(comment));
    }
}
