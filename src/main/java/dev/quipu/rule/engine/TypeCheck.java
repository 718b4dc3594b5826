package dev.quipu.rule.engine;

import dev.quipu.model.BasicAttribute;
import dev.quipu.model.BasicAttribute.Format;
import dev.quipu.rule.engine.AggregateRule.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a rule's values fit the attribute that holds them. */
final class TypeCheck {

    private static final Set<Class<?>> ORDERED =
            Set.of(LocalDate.class, LocalDateTime.class, LocalTime.class, Instant.class, OffsetDateTime.class);

    private final Problems problems;

    TypeCheck(Problems problems) {
        this.problems = problems;
    }

    boolean acceptsAggregate(Kind kind, BasicAttribute target, @Nullable BasicAttribute value, String place) {
        if (kind.additive() && !isNumber(target.type())) {
            problems.add(
                    110,
                    place,
                    "gives a number, yet the attribute is " + article(target.type()) + ". Make it a number.");
            return false;
        }
        if (kind == Kind.COUNT || value == null) {
            return true;
        }
        if ((kind == Kind.SUM || kind == Kind.AVERAGE) && !isNumber(value.type())) {
            problems.add(
                    111,
                    place,
                    (kind == Kind.SUM ? "sums" : "averages") + " \"" + value.name() + "\", which is "
                            + article(value.type()) + ". Name a number"
                            + (kind == Kind.SUM ? ", or use @CountOf." : "."));
            return false;
        }
        if (kind == Kind.AVERAGE) {
            return holdsAverage(target, place) && keepsDouble(target, value, place);
        }
        if (!kind.additive() && value.type() == String.class) {
            problems.add(
                    112,
                    place,
                    "compares texts, whose order depends on the database's collation."
                            + " Name a number, a date or a time.");
            return false;
        }
        if (!kind.additive() && !(isOrdered(value) && (target.type() != value.type() || isOrdered(target)))) {
            problems.add(
                    112,
                    place,
                    "compares " + (value.type().isEnum() ? "an enum by its name" : article(value.type()))
                            + ", whose order in Java is not the database's."
                            + " Name a number, a date, a time, or an enum stored by its ordinal.");
            return false;
        }
        // a stored extreme is compared with values that come
        Class<?> needed = kind.additive() ? target.type() : value.type();
        return acceptsValue(target, value.type(), place)
                && acceptsType(target, needed, place)
                && keepsScale(target, value, place)
                && keepsDouble(target, value, place);
    }

    /** Whether Java and PostgreSQL order its values alike. */
    private static boolean isOrdered(BasicAttribute attribute) {
        return isNumber(attribute.type())
                || ORDERED.contains(attribute.type())
                || Date.class.isAssignableFrom(attribute.type())
                || attribute.format() == Format.ENUM_ORDINAL;
    }

    private boolean holdsAverage(BasicAttribute target, String place) {
        boolean nullable = target.nullable() && target.initialValue() == null;
        boolean fits = nullable && (target.type() == BigDecimal.class || target.type() == Double.class);
        if (!fits) {
            problems.add(
                    119,
                    place,
                    "is null over none and has digits after the point, yet the attribute is "
                            + (nullable ? "" : "a not nullable ")
                            + target.type().getSimpleName()
                            + ". Make it a nullable BigDecimal with a @Column(scale = ..), or a Double, and give it no value.");
        }
        return fits;
    }

    /** Rounding each difference of floating-point numbers would drift. */
    private boolean keepsDouble(BasicAttribute target, BasicAttribute value, String place) {
        boolean fits = !isFloating(value.type()) || isFloating(target.type());
        if (!fits) {
            problems.add(
                    113,
                    place,
                    "would round: \"" + value.name() + "\" is " + article(value.type())
                            + ", which has no fixed number of digits. Make the attribute a Double, or \"" + value.name()
                            + "\" a BigDecimal.");
        }
        return fits;
    }

    private static boolean isFloating(Class<?> type) {
        return type == Double.class || type == Float.class;
    }

    private boolean keepsScale(BasicAttribute target, BasicAttribute value, String place) {
        boolean fits = value.type() != BigDecimal.class
                || (target.type() == BigDecimal.class && target.scale() >= value.scale());
        if (!fits) {
            problems.add(
                    113,
                    place,
                    "would round: \"" + value.name() + "\" has " + value.scale()
                            + " digits after the point. Give the attribute as many: BigDecimal with @Column(scale = "
                            + value.scale() + ").");
        }
        return fits;
    }

    boolean acceptsValue(BasicAttribute target, Class<?> type, String place) {
        boolean fits = type == Object.class
                || target.type() == type
                || (isNumber(target.type()) && isNumber(type))
                || (target.type().isEnum() && type == String.class);
        if (!fits) {
            problems.add(114, place, mismatch(target, type));
        }
        return fits;
    }

    private boolean acceptsType(BasicAttribute target, Class<?> needed, String place) {
        if (target.type() != needed) {
            problems.add(114, place, mismatch(target, needed));
        }
        return target.type() == needed;
    }

    private static String mismatch(BasicAttribute target, Class<?> type) {
        return "gives " + article(type) + ", yet the attribute is " + article(target.type())
                + ". Change the type or the expression.";
    }

    private static boolean isNumber(Class<?> type) {
        return Number.class.isAssignableFrom(type);
    }

    private static String article(Class<?> type) {
        String name = type.getSimpleName();
        return ("AEIO".indexOf(name.charAt(0)) >= 0 ? "an " : "a ") + name;
    }
}
