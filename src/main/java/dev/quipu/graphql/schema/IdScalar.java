package dev.quipu.graphql.schema;

import java.math.BigDecimal;
import java.math.BigInteger;

/** The scalar that holds ids, as text. The stock one makes a text of whatever comes, an object too. */
final class IdScalar extends StrictCoercing<String> {

    private static final int DIGITS_MAX = 40;

    @Override
    String parse(Object value) {
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof BigDecimal number && number.scale() == 0 && number.precision() <= DIGITS_MAX) {
            return number.toString();
        }
        if (value instanceof BigInteger || value instanceof Integer || value instanceof Long) {
            return value.toString();
        }
        throw new IllegalArgumentException("no id");
    }

    @Override
    Object print(Object result) {
        return result.toString();
    }

    @Override
    String expected() {
        return "an id, as a string or a whole number";
    }
}
