package dev.quipu.expr;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The functions that rules may use. */
final class Functions {

    @FunctionalInterface
    private interface Strict {
        Object apply(Object[] arguments);
    }

    private static final Map<String, Strict> STRICT = new TreeMap<>(Map.of(
            "abs", a -> Comparison.compare(a[0], 0) < 0 ? negate(a[0]) : a[0],
            "mod", a -> Objects.requireNonNull(Arithmetic.MODULO.apply(a[0], a[1])),
            "round", Functions::round,
            "floor", a -> rounded(a[0], RoundingMode.FLOOR),
            "ceiling", a -> rounded(a[0], RoundingMode.CEILING),
            "lower", a -> a[0].toString().toLowerCase(Locale.ROOT),
            "upper", a -> a[0].toString().toUpperCase(Locale.ROOT),
            "length", a -> a[0].toString().codePointCount(0, a[0].toString().length()),
            "||", Functions::joined,
            "sign", a -> Comparison.compare(a[0], 0)));

    /** Those that have a value although an argument may be null. */
    private static final List<String> LENIENT = List.of("coalesce", "concat", "greatest", "least", "nullif");

    private Functions() {}

    static String names() {
        return String.join(", ", LENIENT) + ", " + String.join(", ", STRICT.keySet());
    }

    /** @throws ExpressionException if rules may not use it */
    static void requireKnown(String name) {
        if (!STRICT.containsKey(hqlName(name)) && !LENIENT.contains(name)) {
            throw new ExpressionException("rules cannot use the function \"" + name + "\"; they can use " + names());
        }
    }

    /** Hibernate calls HQL's {@code length} by the name that the standard gives it. */
    private static String hqlName(String name) {
        return name.equals("character_length") ? "length" : name;
    }

    static Node compile(String name, List<Node> arguments) {
        return switch (name) {
            case "coalesce" ->
                (state, parents) -> arguments.stream()
                        .map(argument -> argument.value(state, parents))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
            case "nullif" -> nullIf(arguments.get(0), arguments.get(1));
            case "greatest" -> extreme(arguments, 1);
            case "least" -> extreme(arguments, -1);
            case "concat" -> strict("||", arguments);
            default -> strict(name, arguments);
        };
    }

    private static Node strict(String name, List<Node> arguments) {
        Strict function = Objects.requireNonNull(STRICT.get(hqlName(name)));
        return (state, parents) -> {
            Object[] values = new Object[arguments.size()];
            for (int i = 0; i < values.length; i++) {
                Object value = arguments.get(i).value(state, parents);
                if (value == null) {
                    return null;
                }
                values[i] = value;
            }
            return function.apply(values);
        };
    }

    private static Node nullIf(Node operand, Node other) {
        return (state, parents) -> {
            Object value = operand.value(state, parents);
            return Boolean.TRUE.equals(Comparison.EQUAL.test(value, other.value(state, parents))) ? null : value;
        };
    }

    /** PostgreSQL's greatest and least pass over nulls. */
    private static Node extreme(List<Node> arguments, int direction) {
        return (state, parents) -> {
            Object best = null;
            for (Node argument : arguments) {
                Object value = argument.value(state, parents);
                if (value != null && (best == null || Comparison.compare(value, best) * direction > 0)) {
                    best = value;
                }
            }
            return best;
        };
    }

    private static Object negate(Object number) {
        return Objects.requireNonNull(Arithmetic.SUBTRACT.apply(0, number));
    }

    private static Object round(Object[] arguments) {
        int digits = arguments.length > 1 ? ((Number) arguments[1]).intValue() : 0;
        if (arguments[0] instanceof Double value) {
            return Math.rint(value);
        }
        return Arithmetic.decimal((Number) arguments[0]).setScale(digits, RoundingMode.HALF_UP);
    }

    private static Object rounded(Object number, RoundingMode mode) {
        if (number instanceof Double value) {
            return mode == RoundingMode.FLOOR ? Math.floor(value) : Math.ceil(value);
        }
        return number instanceof BigDecimal decimal ? decimal.setScale(0, mode) : number;
    }

    private static Object joined(Object[] texts) {
        StringBuilder joined = new StringBuilder();
        for (Object text : texts) {
            joined.append(text);
        }
        return joined.toString();
    }
}
