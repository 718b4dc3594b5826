package dev.quipu.query;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quipu.testing.Graphql;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the operators on JSON mean, written down once more, and JSON to try them on. */
final class NaiveJson {

    private static final List<String> KEYS = List.of("a", "b", "a b", "");
    private static final List<String> LEAVES =
            List.of("1", "1.0", "2", "-0.5", "true", "null", "\"a\"", "\"b\"", "\"\"");

    private NaiveJson() {}

    @SuppressWarnings("unchecked")
    static boolean holds(Operator operator, JsonNode value, Object operand) {
        return switch (operator) {
            case JSON_CONTAINS -> contains(value, (JsonNode) operand);
            case JSON_CONTAINED_BY -> contains((JsonNode) operand, value);
            case JSON_HAS_KEY -> hasKey(value, (String) operand);
            case JSON_HAS_ANY_KEYS -> ((List<String>) operand).stream().anyMatch(key -> hasKey(value, key));
            case JSON_HAS_ALL_KEYS -> ((List<String>) operand).stream().allMatch(key -> hasKey(value, key));
            default -> throw new IllegalArgumentException(operator.toString());
        };
    }

    /** As PostgreSQL has it: an array contains a value that is none as well; the order and number of elements do not count. */
    private static boolean contains(JsonNode whole, JsonNode part) {
        return within(whole, part) || (whole.isArray() && part.isValueNode() && anyElement(whole, part));
    }

    private static boolean within(JsonNode whole, JsonNode part) {
        if (part.isObject()) {
            return whole.isObject()
                    && part.properties().stream()
                            .allMatch(field ->
                                    whole.has(field.getKey()) && within(whole.get(field.getKey()), field.getValue()));
        }
        if (part.isArray()) {
            return whole.isArray() && elements(part).allMatch(element -> anyElement(whole, element));
        }
        return equal(whole, part);
    }

    private static boolean anyElement(JsonNode array, JsonNode part) {
        return elements(array).anyMatch(element -> within(element, part));
    }

    private static boolean equal(JsonNode one, JsonNode other) {
        return one.isNumber() && other.isNumber()
                ? one.decimalValue().compareTo(other.decimalValue()) == 0
                : one.equals(other);
    }

    private static boolean hasKey(JsonNode value, String key) {
        return value.isObject()
                ? value.has(key)
                : value.isTextual()
                        ? value.textValue().equals(key)
                        : elements(value)
                                .anyMatch(element -> element.isTextual()
                                        && element.textValue().equals(key));
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static Object operand(Random random, Operator operator) {
        return switch (operator) {
            case JSON_HAS_KEY -> key(random);
            case JSON_HAS_ANY_KEYS, JSON_HAS_ALL_KEYS ->
                random.nextInt(5) == 0 ? List.of() : List.of(key(random), key(random));
            default -> value(random, 2);
        };
    }

    static JsonNode value(Random random, int depth) {
        return Graphql.parse(text(random, depth));
    }

    private static String text(Random random, int depth) {
        String leaf = LEAVES.get(random.nextInt(LEAVES.size()));
        if (depth == 0) {
            return leaf;
        }
        return switch (random.nextInt(6)) {
            case 0 -> leaf;
            case 1, 2 ->
                "[" + text(random, depth - 1) + (random.nextBoolean() ? ", " + text(random, depth - 1) : "") + "]";
            case 3 -> random.nextBoolean() ? "[]" : "{}";
            default ->
                "{\"" + key(random) + "\": " + text(random, depth - 1) + ", \"c\": " + text(random, depth - 1) + "}";
        };
    }

    private static String key(Random random) {
        return KEYS.get(random.nextInt(KEYS.size()));
    }
}
