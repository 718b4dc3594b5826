package dev.quipu.rule.tool;

import dev.quipu.model.BasicAttribute;
import dev.quipu.model.BasicAttribute.Format;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares values in HQL as a column holds them. */
final class Inequality {

    /** How far two floating-point numbers may be apart, beside 1 and relative to their size. */
    private static final String DOUBLE_TOLERANCE = "1e-9";

    private static final String FLOAT_TOLERANCE = "1e-5";

    /** Above what any column holds: PostgreSQL's longest. */
    private static final int MOST_DIGITS = 1000;

    private Inequality() {}

    /** The value that the attribute's column would hold of an expression of that type: rounded to its scale, half away from zero. */
    static String asStored(String expression, Class<?> type, BasicAttribute attribute) {
        if (attribute.type() == BigDecimal.class) {
            return rounded(expression, attribute.scale());
        }
        if (type == Boolean.class) {
            // HQL has predicates and values; neither stands for the other within parentheses
            return "case when (" + expression + ") then true when not (" + expression + ") then false end";
        }
        return isWhole(attribute.type()) && !isWhole(type) ? rounded(expression, 0) : "(" + expression + ")";
    }

    private static String rounded(String expression, int scale) {
        return "cast((" + expression + ") as BigDecimal(" + MOST_DIGITS + ", " + scale + "))";
    }

    private static boolean isWhole(Class<?> type) {
        return type == Integer.class
                || type == Long.class
                || type == Short.class
                || type == Byte.class
                || type == BigInteger.class;
    }

    /** The name of an enum attribute's value, since expressions speak of enums by name. */
    static String nameOf(String stored, BasicAttribute attribute) {
        if (attribute.format() != Format.ENUM_ORDINAL) {
            return "cast(" + stored + " as String)";
        }
        return Stream.of(attribute.type().getEnumConstants())
                .map(Enum.class::cast)
                .map(constant -> " when " + constant.ordinal() + " then '" + constant.name() + "'")
                .collect(Collectors.joining("", "case ordinal(" + stored + ")", " end"));
    }

    /** The predicate that two values of an attribute differ. */
    static String between(String stored, String value, BasicAttribute attribute) {
        if (attribute.type() == Double.class) {
            return apart(stored, value, DOUBLE_TOLERANCE);
        }
        return attribute.type() == Float.class
                ? apart(stored, value, FLOAT_TOLERANCE)
                : stored + " is distinct from " + value;
    }

    private static String apart(String stored, String value, String tolerance) {
        return "((" + stored + " is null and " + value + " is not null) or (" + stored + " is not null and " + value
                + " is null) or abs(" + stored + " - " + value + ") > " + tolerance + " * (1 + abs(" + stored
                + ") + abs(" + value + ")))";
    }
}
