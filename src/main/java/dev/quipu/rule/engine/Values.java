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

    /** Equal as the database sees it: decimals by value. */
    static boolean same(@Nullable Object left, @Nullable Object right) {
        if (left instanceof BigDecimal x && right instanceof BigDecimal y) {
            return x.compareTo(y) == 0;
        }
        return Objects.equals(left, right);
    }

    static BigDecimal decimal(@Nullable Object number) {
        if (number == null) {
            return BigDecimal.ZERO;
        }
        return number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
    }

    /**
     * A value as the attribute's column would store it: of its type, decimals rounded to its scale, half away from zero.
     *
     * @throws ArithmeticException if a whole number does not fit
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
        return type.isEnum() && value instanceof String name ? constant(type, name) : value;
    }

    private static Object fitNumber(Class<?> type, Number number) {
        if (type == Double.class) {
            return number.doubleValue();
        } else if (type == Float.class) {
            return number.floatValue();
        }
        BigInteger whole = decimal(number).setScale(0, RoundingMode.HALF_UP).toBigInteger();
        if (type == Integer.class) {
            return whole.intValueExact();
        } else if (type == Long.class) {
            return whole.longValueExact();
        } else if (type == Short.class) {
            return whole.shortValueExact();
        }
        return type == BigInteger.class ? whole : number;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object constant(Class<?> type, String name) {
        return Enum.valueOf((Class<? extends Enum>) type, name);
    }
}
