package dev.quipu.db.schema;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An enum type.
 *
 * @param values in their order
 * @param casts from and to other types, as they stand behind {@code create cast}
 */
public record EnumType(String name, List<String> values, List<String> casts) implements SchemaObject {

    public EnumType {
        values = List.copyOf(values);
        casts = List.copyOf(casts);
    }

    @Override
    public String label() {
        return "type " + name;
    }

    @Override
    public String definition() {
        return values.stream().map(Sql::text).collect(Collectors.joining(", ", "enum (", ")"))
                + (casts.isEmpty() ? "" : " with casts " + String.join(", ", casts));
    }
}
