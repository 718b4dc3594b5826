package dev.quipu.testing;

import java.util.List;
import java.util.Map;

/** One error of an answer. */
public record GraphQlFault(String message, String code, List<Object> path, Map<String, Object> extensions) {

    @SuppressWarnings("unchecked")
    static GraphQlFault of(Map<String, Object> error) {
        Map<String, Object> extensions = (Map<String, Object>) error.get("extensions");
        return new GraphQlFault(
                (String) error.get("message"),
                (String) extensions.get("code"),
                (List<Object>) error.get("path"),
                extensions);
    }

    /** {@code input.order.items.create.0.quantity}. */
    public String inputPath() {
        List<?> steps = (List<?>) extensions.get("inputPath");
        return String.join(".", steps.stream().map(String::valueOf).toList());
    }

    @SuppressWarnings("unchecked")
    public Map<String, Object> values() {
        return (Map<String, Object>) extensions.get("values");
    }

    public Object extension(String name) {
        return extensions.get(name);
    }
}
