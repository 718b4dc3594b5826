package dev.quipu.graphql.schema;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** The scalars that hold numbers. */
final class NumberScalars {

    /** More digits than anybody counts with, few enough to calculate with. */
    static final int DIGITS_MAX = 100;

    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");

    private NumberScalars() {}

    static final class Whole extends StrictCoercing<Integer> {
        @Override
        Integer parse(Object value) {
            return number(value).intValueExact();
        }

        @Override
        String expected() {
            return "a whole number of 32 bits";
        }
    }

    static final class Big extends StrictCoercing<Long> {
        @Override
        Long parse(Object value) {
            return numberOrText(value).longValueExact();
        }

        @Override
        Object print(Object result) {
            return result.toString();
        }

        @Override
        String expected() {
            return "a whole number of 64 bits, or one in a string";
        }
    }

    static final class Floating extends StrictCoercing<Double> {
        @Override
        Double parse(Object value) {
            double number =
                    value instanceof Double given ? given : unbounded(value).doubleValue();
            if (!Double.isFinite(number)) {
                throw new ArithmeticException("beyond 64 bits");
            }
            return number;
        }

        @Override
        String expected() {
            return "a number that fits into 64 bits";
        }

        /** A power of ten too small or too large for a decimal is none for a double. */
        private static BigDecimal unbounded(Object value) {
            return value instanceof BigDecimal decimal ? decimal : number(value);
        }
    }

    static final class Decimal extends StrictCoercing<BigDecimal> {
        @Override
        BigDecimal parse(Object value) {
            return numberOrText(value);
        }

        @Override
        Object print(Object result) {
            return result instanceof BigDecimal decimal ? decimal.toPlainString() : result.toString();
        }

        @Override
        String expected() {
            return "a number, or one in a string, of at most " + DIGITS_MAX + " digits";
        }
    }

    private static BigDecimal numberOrText(Object value) {
        if (value instanceof String text) {
            if (text.length() > DIGITS_MAX + 10) {
                throw new NumberFormatException("too long");
            }
            if (!NUMBER.matcher(text).matches()) {
                throw new NumberFormatException("Java reads the digits of other scripts too");
            }
            return bounded(new BigDecimal(text));
        }
        return number(value);
    }

    static BigDecimal number(Object value) {
        if (value instanceof BigDecimal decimal) {
            return bounded(decimal);
        }
        if (value instanceof BigInteger integer) {
            return bounded(new BigDecimal(integer));
        }
        if (value instanceof Integer || value instanceof Long || value instanceof Short) {
            return BigDecimal.valueOf(((Number) value).longValue());
        }
        if (value instanceof Double || value instanceof Float) {
            return bounded(new BigDecimal(value.toString()));
        }
        throw new NumberFormatException("no number");
    }

    /** Stops 1e1000000000 before anything writes out its zeros. */
    private static BigDecimal bounded(BigDecimal number) {
        if (number.precision() > DIGITS_MAX || Math.abs((long) number.scale()) > DIGITS_MAX) {
            throw new ArithmeticException("too many digits");
        }
        return number;
    }
}
