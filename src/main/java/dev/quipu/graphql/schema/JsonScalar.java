package dev.quipu.graphql.schema;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The scalar that holds any JSON value, as String, Number, Boolean, List or Map. Its numbers are those that a double or decimal holds. */
final class JsonScalar extends StrictCoercing<Object> {

    private static final int DIGITS_MAX = 100;
    private static final int SCALE_MAX = 400;

    @Override
    Object parse(Object value) {
        requireBounded(value);
        return value;
    }

    @Override
    String expected() {
        return "a JSON value with numbers of at most " + DIGITS_MAX + " digits";
    }

    private static void requireBounded(@Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            object.values().forEach(JsonScalar::requireBounded);
        } else if (value instanceof Collection<?> list) {
            list.forEach(JsonScalar::requireBounded);
        } else if (value instanceof Number number) {
            BigDecimal decimal = new BigDecimal(number.toString());
            if (decimal.precision() > DIGITS_MAX || Math.abs((long) decimal.scale()) > SCALE_MAX) {
                throw new ArithmeticException("too many digits");
            }
        }
    }
}
