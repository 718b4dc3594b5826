package dev.quipu.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * One error of an answer.
 *
 * @param path the response keys that lead to its field, joined by points; empty if it has none
 * @param inputPath where in the arguments it lies, joined by points; empty if it does not tell
 */
public record Fault(String code, String message, String path, String inputPath, Map<String, Object> extensions) {

    static Fault of(JsonNode error) {
        String message = error.get("message").asText();
        assertThat(message)
                .as("a message for clients")
                .doesNotContainIgnoringCase(
                        "exception", "org.", "dev.quipu", "java.", "select ", "insert ", "constraint [");
        JsonNode extensions = error.get("extensions");
        return new Fault(
                extensions.get("code").asText(),
                message,
                joined(error.path("path")),
                joined(extensions.path("inputPath")),
                Graphql.JSON.convertValue(extensions, new TypeReference<>() {}));
    }

    public String entity() {
        return (String) extensions.get("entity");
    }

    public String id() {
        return (String) extensions.get("id");
    }

    public String rule() {
        return (String) extensions.get("rule");
    }

    @SuppressWarnings("unchecked")
    public List<String> fields() {
        return (List<String>) extensions.get("fields");
    }

    @SuppressWarnings("unchecked")
    public Map<String, Object> values() {
        return (Map<String, Object>) extensions.get("values");
    }

    public boolean retryable() {
        return (Boolean) extensions.get("retryable");
    }

    private static String joined(JsonNode steps) {
        return StreamSupport.stream(steps.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining("."));
    }
}
