package dev.quipu.rule.engine;

import dev.quipu.model.BasicAttribute;
import dev.quipu.rule.engine.AggregateRule.Kind;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Whether a rule's values fit the attribute that holds them. */
final class TypeCheck {

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
        if (kind == Kind.SUM && !isNumber(value.type())) {
            problems.add(
                    111,
                    place,
                    "sums \"" + value.name() + "\", which is " + article(value.type())
                            + ". Name a number, or use @CountOf.");
            return false;
        }
        if (!kind.additive() && value.type() == String.class) {
            problems.add(
                    112,
                    place,
                    "compares texts, whose order depends on the database's collation."
                            + " Name a number, a date or a time.");
            return false;
        }
        return acceptsValue(target, value.type(), place) && keepsScale(target, value, place);
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
            problems.add(
                    114,
                    place,
                    "gives " + article(type) + ", yet the attribute is " + article(target.type())
                            + ". Change the type or the expression.");
        }
        return fits;
    }

    private static boolean isNumber(Class<?> type) {
        return Number.class.isAssignableFrom(type);
    }

    private static String article(Class<?> type) {
        String name = type.getSimpleName();
        return ("AEIO".indexOf(name.charAt(0)) >= 0 ? "an " : "a ") + name;
    }
}
