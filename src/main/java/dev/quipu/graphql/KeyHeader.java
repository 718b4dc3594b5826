package dev.quipu.graphql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.quipu.mutation.IdempotencyKey;
import dev.quipu.query.RefusedInputException;
import graphql.ExecutionInput;
import graphql.execution.ExecutionContext;
import io.quarkus.runtime.util.HashUtil;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the header {@code Idempotency-Key}, and what a request consists of. */
final class KeyHeader {

    private static final String NAME = "Idempotency-Key";
    private static final Pattern FORM = Pattern.compile("[ -~]{1,255}");
    /** The order in which a client writes the fields of an object means nothing. */
    private static final ObjectMapper CANONICAL = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private KeyHeader() {}

    /** Null if the request has no key; a WebSocket's handshake speaks for no single operation. */
    static @Nullable IdempotencyKey read(ExecutionContext context, String caller) {
        Map<String, List<String>> headers = context.getGraphQLContext().getOrDefault("httpHeaders", Map.of());
        List<String> keys = values(headers, NAME);
        if (keys.isEmpty() || !values(headers, "Sec-WebSocket-Key").isEmpty()) {
            return null;
        }
        if (keys.size() > 1 || !FORM.matcher(keys.get(0)).matches()) {
            throw new RefusedInputException(
                    NAME + " wants one key of 1 to 255 printable ASCII characters; a UUID will do.");
        }
        return new IdempotencyKey(caller, keys.get(0), digest(context.getExecutionInput()));
    }

    private static List<String> values(Map<String, List<String>> headers, String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue().stream())
                .toList();
    }

    private static String digest(ExecutionInput request) {
        try {
            byte[] canonical = CANONICAL.writeValueAsBytes(Arrays.asList(
                    request.getQuery(),
                    request.getOperationName(),
                    request.getRawVariables().toMap()));
            return HashUtil.sha256(canonical);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a request came as JSON", e);
        }
    }
}
