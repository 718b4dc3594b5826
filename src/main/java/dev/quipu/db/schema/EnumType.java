package dev.quipu.db.schema;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** The statements that make it, each with its semicolon. */
    public String creation() {
        return Stream.concat(
                        Stream.of("create type " + name + " as " + enumeration() + ";"),
                        casts.stream().map(cast -> "create cast " + cast + ";"))
                .collect(Collectors.joining("\n"));
    }

    private String enumeration() {
        return values.stream().map(Sql::text).collect(Collectors.joining(", ", "enum (", ")"));
    }

    @Override
    public String definition() {
        return enumeration() + (casts.isEmpty() ? "" : " with casts " + String.join(", ", casts));
    }
}
