package dev.quipu.graphql.schema;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The scalar that holds any JSON value, as String, Number, Boolean, List or Map. */
final class JsonScalar extends StrictCoercing<Object> {

    @Override
    Object parse(Object value) {
        requireBounded(value);
        return value;
    }

    @Override
    String expected() {
        return "a JSON value whose numbers have at most " + NumberScalars.DIGITS_MAX + " digits";
    }

    /** Numbers are kept digit by digit, so there must not be too many. */
    private static void requireBounded(@Nullable Object value) {
        if (value instanceof Number) {
            NumberScalars.number(value);
        } else if (value instanceof List<?> elements) {
            elements.forEach(JsonScalar::requireBounded);
        } else if (value instanceof Map<?, ?> fields) {
            fields.values().forEach(JsonScalar::requireBounded);
        }
    }
}
