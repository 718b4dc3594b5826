package dev.quipu.graphql;

import dev.quipu.query.RefusedInputException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a request before anything trips over it. */
final class RequestGuard {

    private static final Map<String, ValueType> TYPES = Map.of(
            "query",
            ValueType.STRING,
            "operationName",
            ValueType.STRING,
            "variables",
            ValueType.OBJECT,
            "extensions",
            ValueType.OBJECT);

    private RequestGuard() {}

    /**
     * Checks the outer form of a request.
     *
     * @throws RefusedInputException if it is none of GraphQL over HTTP
     */
    static void check(JsonObject request) {
        if (!(request.get("query") instanceof JsonString query)
                || query.getString().isBlank()) {
            throw new RefusedInputException("The request has no \"query\": send {\"query\": \"{ ... }\"}.");
        }
        TYPES.forEach((name, type) -> check(name, type, request.get(name)));
    }

    private static void check(String name, ValueType type, @Nullable JsonValue value) {
        if (value != null && value.getValueType() != type && value.getValueType() != ValueType.NULL) {
            throw new RefusedInputException("\"" + name + "\" of the request is "
                    + value.getValueType().name().toLowerCase(Locale.ROOT) + "; it wants "
                    + type.name().toLowerCase(Locale.ROOT) + ".");
        }
    }
}
