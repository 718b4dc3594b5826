package dev.quipu.graphql.fetch;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Arguments as GraphQL gives them: objects are maps, in which an absent field is absent and an explicit null is null. */
final class Inputs {

    private Inputs() {}

    /** An object that the schema says is there. */
    static Map<String, @Nullable Object> object(Map<String, @Nullable Object> input, String field) {
        return object(input.get(field));
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // the schema says so
    static Map<String, @Nullable Object> object(@Nullable Object value) {
        return (Map<String, @Nullable Object>) value;
    }

    /** A list; a single value stands for a list of itself. */
    @SuppressWarnings("unchecked")
    static List<Object> list(@Nullable Object value) {
        return value instanceof List<?> list ? (List<Object>) list : value == null ? List.of() : List.of(value);
    }
}
