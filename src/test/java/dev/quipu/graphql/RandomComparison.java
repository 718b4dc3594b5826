package dev.quipu.graphql;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One operator on one value of a row, with an operand that some row has. */
record RandomComparison(String path, String operator, Object operand, Predicate<Comparable<Object>> truth) {

    private static final List<String> EQUALITY = List.of("eq", "neq", "in", "notIn", "isNull");
    private static final List<String> ORDER = List.of("gt", "gte", "lt", "lte");
    private static final List<String> RANGE = List.of("between", "notBetween");
    private static final List<String> TEXT = List.of(
            "contains",
            "startsWith",
            "endsWith",
            "iEq",
            "iContains",
            "iStartsWith",
            "iEndsWith",
            "like",
            "notLike",
            "iLike",
            "notILike");
    private static final List<String> TRUTH = List.of("eq", "neq", "isNull");

    static RandomComparison of(Random random, String path, List<OrderRow> rows) {
        Comparable<Object> some = some(random, path, rows);
        List<String> operators = operators(path, some);
        String operator = operators.get(random.nextInt(operators.size()));
        Comparable<Object> other = some(random, path, rows);
        if (operator.equals("isNull")) {
            return new RandomComparison(path, operator, random.nextBoolean(), value -> false);
        }
        return of(path, operator, some, other);
    }

    Map<String, Object> input() {
        return Map.of(operator, operand);
    }

    @Nullable
    Boolean matches(OrderRow row) {
        return holds(row.value(path));
    }

    @Nullable
    Boolean holds(@Nullable Comparable<Object> value) {
        if (operator.equals("isNull")) {
            return (value == null) == operand.equals(true);
        }
        return value == null ? null : (Boolean) truth.test(value);
    }

    private static List<String> operators(String path, Object value) {
        if (value instanceof Boolean) {
            return TRUTH;
        }
        boolean text = value instanceof String && !path.equals("status");
        boolean ordered = !Set.of("id", "customerId", "status").contains(path);
        return Stream.of(
                        EQUALITY,
                        ordered ? ORDER : List.<String>of(),
                        ordered && !text ? RANGE : List.<String>of(),
                        text ? TEXT : List.<String>of())
                .flatMap(List::stream)
                .toList();
    }

    private static RandomComparison of(
            String path, String operator, Comparable<Object> some, Comparable<Object> other) {
        String text = some.toString();
        String lower = text.toLowerCase(Locale.ROOT);
        Comparable<Object> least = some.compareTo(other) < 0 ? some : other;
        Comparable<Object> most = least == some ? other : some;
        return switch (operator) {
            case "eq" -> new RandomComparison(path, operator, json(some), value -> value.compareTo(some) == 0);
            case "neq" -> new RandomComparison(path, operator, json(some), value -> value.compareTo(some) != 0);
            case "in" ->
                new RandomComparison(
                        path,
                        operator,
                        List.of(json(some), json(other)),
                        value -> value.compareTo(some) == 0 || value.compareTo(other) == 0);
            case "notIn" ->
                new RandomComparison(
                        path,
                        operator,
                        List.of(json(some), json(other)),
                        value -> value.compareTo(some) != 0 && value.compareTo(other) != 0);
            case "gt" -> new RandomComparison(path, operator, json(some), value -> value.compareTo(some) > 0);
            case "gte" -> new RandomComparison(path, operator, json(some), value -> value.compareTo(some) >= 0);
            case "lt" -> new RandomComparison(path, operator, json(some), value -> value.compareTo(some) < 0);
            case "lte" -> new RandomComparison(path, operator, json(some), value -> value.compareTo(some) <= 0);
            case "between" ->
                new RandomComparison(
                        path,
                        operator,
                        range(least, most),
                        value -> value.compareTo(least) >= 0 && value.compareTo(most) <= 0);
            case "notBetween" ->
                new RandomComparison(
                        path,
                        operator,
                        range(least, most),
                        value -> value.compareTo(least) < 0 || value.compareTo(most) > 0);
            case "contains" ->
                new RandomComparison(path, operator, text.substring(1), value -> value.toString()
                        .contains(text.substring(1)));
            case "startsWith" ->
                new RandomComparison(path, operator, text.substring(0, 2), value -> value.toString()
                        .startsWith(text.substring(0, 2)));
            case "endsWith" ->
                new RandomComparison(path, operator, text.substring(1), value -> value.toString()
                        .endsWith(text.substring(1)));
            case "iEq" ->
                new RandomComparison(
                        path, operator, lower, value -> lower(value).equals(lower));
            case "iContains" ->
                new RandomComparison(
                        path, operator, lower, value -> lower(value).contains(lower));
            case "iStartsWith" ->
                new RandomComparison(
                        path, operator, lower, value -> lower(value).startsWith(lower));
            case "iEndsWith" ->
                new RandomComparison(
                        path, operator, lower, value -> lower(value).endsWith(lower));
            case "like" ->
                new RandomComparison(
                        path, operator, "_b%", value -> value.toString().charAt(1) == 'b');
            case "notLike" ->
                new RandomComparison(
                        path, operator, "_b%", value -> value.toString().charAt(1) != 'b');
            case "iLike" ->
                new RandomComparison(
                        path, operator, "_B%", value -> lower(value).charAt(1) == 'b');
            case "notILike" ->
                new RandomComparison(
                        path, operator, "_B%", value -> lower(value).charAt(1) != 'b');
            default -> throw new IllegalArgumentException(operator);
        };
    }

    private static Map<String, Object> range(Object lower, Object upper) {
        return Map.of("lower", json(lower), "upper", json(upper));
    }

    /** As a client writes it: ids, decimals and dates are text. */
    private static Object json(Object value) {
        return value instanceof Integer || value instanceof Boolean ? value : value.toString();
    }

    private static String lower(Object value) {
        return value.toString().toLowerCase(Locale.ROOT);
    }

    private static Comparable<Object> some(Random random, String path, List<OrderRow> rows) {
        List<Comparable<Object>> values = rows.stream()
                .map(row -> row.value(path))
                .filter(value -> value != null)
                .toList();
        return values.get(random.nextInt(values.size()));
    }
}
