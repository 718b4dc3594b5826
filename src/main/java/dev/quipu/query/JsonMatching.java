package dev.quipu.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** What a JSON value contains. */
final class JsonMatching {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonMatching() {}

    static String contains(Comparand it) {
        return call("json_holds", it, text(it.operand()));
    }

    static String containedBy(Comparand it) {
        return call("json_held", it, text(it.operand()));
    }

    static String hasKey(Comparand it) {
        return call("json_has_key", it, it.operand());
    }

    static String hasAnyKeys(Comparand it) {
        return call("json_has_any", it, keys(it));
    }

    static String hasAllKeys(Comparand it) {
        return call("json_has_all", it, keys(it));
    }

    static String pathMatch(Comparand it) {
        return call("json_matches", it, it.operand());
    }

    private static String call(String function, Comparand it, Object operand) {
        return function + "(" + it.path() + ", " + it.bind(operand) + ", 0)";
    }

    private static String[] keys(Comparand it) {
        return ((List<?>) it.operand()).toArray(String[]::new);
    }

    private static String text(Object value) {
        String text;
        try {
            text = JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        if (text.contains("\\u0000")) {
            throw new RefusedInputException(
                    "A JSON text contains the character U+0000, which the database cannot hold; leave it out.");
        }
        return text;
    }
}
