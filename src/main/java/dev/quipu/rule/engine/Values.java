package dev.quipu.rule.engine;

import dev.quipu.model.BasicAttribute;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Attribute values as a column would hold them. */
final class Values {

    private Values() {}

    /** Equal as the database sees it: decimals and moments by value. */
    static boolean same(@Nullable Object left, @Nullable Object right) {
        if (left instanceof BigDecimal x && right instanceof BigDecimal y) {
            return x.compareTo(y) == 0;
        }
        return Objects.equals(canonical(left), canonical(right));
    }

    /** @throws ArithmeticException for what is no finite number */
    static BigDecimal decimal(@Nullable Object number) {
        if (number == null) {
            return BigDecimal.ZERO;
        }
        if (number instanceof Double || number instanceof Float) {
            requireFinite(((Number) number).doubleValue(), number);
        }
        return number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
    }

    /**
     * A value as the attribute's column would store it: of its type, decimals rounded to its scale, half away from zero, times to
     * its digits of a second and in UTC, 0 without a sign.
     *
     * @throws ArithmeticException if a number does not fit
     */
    static @Nullable Object fit(BasicAttribute attribute, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        Class<?> type = attribute.type();
        if (type == BigDecimal.class) {
            return decimal(value).setScale(attribute.scale(), RoundingMode.HALF_UP);
        }
        if (value instanceof Number number) {
            return fitNumber(type, number);
        }
        if (type.isEnum() && value instanceof String name) {
            return constant(type, name);
        }
        return StoredTime.of(value, attribute.scale());
    }

    /** A value from a column as {@link #fit} would give it: what is equal there is equal here. */
    static @Nullable Object canonical(@Nullable Object stored) {
        if (stored instanceof Double number) {
            return number + 0.0;
        } else if (stored instanceof Float number) {
            return number + 0.0f;
        }
        return stored == null ? null : StoredTime.of(stored, Integer.MAX_VALUE);
    }

    private static Object fitNumber(Class<?> type, Number number) {
        if (type == Double.class || type == Float.class) {
            return fitFloating(type, number);
        }
        BigInteger whole = decimal(number).setScale(0, RoundingMode.HALF_UP).toBigInteger();
        if (type == Integer.class) {
            return within(Integer.SIZE, whole).intValue();
        } else if (type == Long.class) {
            return within(Long.SIZE, whole).longValue();
        } else if (type == Short.class) {
            return within(Short.SIZE, whole).shortValue();
        }
        return type == BigInteger.class ? whole : number;
    }

    private static BigInteger within(int bits, BigInteger whole) {
        if (whole.bitLength() >= bits) {
            throw new ArithmeticException(whole + " does not fit in " + bits + " bits");
        }
        return whole;
    }

    private static Object fitFloating(Class<?> type, Number number) {
        double floating = type == Double.class ? number.doubleValue() : number.floatValue();
        if (number instanceof BigDecimal) {
            requireFinite(floating, number);
        }
        // without the sign of a negative zero, which the database does not see
        return type == Double.class ? (Object) (floating + 0.0) : (Object) ((float) floating + 0.0f);
    }

    private static void requireFinite(double floating, Object number) {
        if (!Double.isFinite(floating)) {
            throw new ArithmeticException(number + " is no finite number");
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object constant(Class<?> type, String name) {
        return Enum.valueOf((Class<? extends Enum>) type, name);
    }
}
