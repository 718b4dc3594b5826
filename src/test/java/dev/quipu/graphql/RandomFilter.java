package dev.quipu.graphql;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An {@code OrderFilter} and what it means, with SQL's third truth value.
 *
 * @param input as a variable
 * @param truth what it says of a row; null where it is unknown
 */
record RandomFilter(Map<String, Object> input, Function<OrderRow, @Nullable Boolean> truth) {

    @Nullable
    Boolean matches(OrderRow row) {
        return truth.apply(row);
    }

    static RandomFilter of(Random random, List<OrderRow> rows, int depth) {
        return switch (depth == 0 ? 3 + random.nextInt(5) : random.nextInt(8)) {
            case 0 -> all(some(random, rows, depth));
            case 1 -> any(some(random, rows, depth));
            case 2 -> not(of(random, rows, depth - 1));
            case 3 -> items(random);
            case 4 -> customer(random, rows);
            default -> comparison(random, rows);
        };
    }

    private static List<RandomFilter> some(Random random, List<OrderRow> rows, int depth) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(n -> of(random, rows, depth - 1))
                .toList();
    }

    private static RandomFilter all(List<RandomFilter> parts) {
        return new RandomFilter(Map.of("and", inputs(parts)), row -> reduce(parts, row, true));
    }

    private static RandomFilter any(List<RandomFilter> parts) {
        return new RandomFilter(Map.of("or", inputs(parts)), row -> reduce(parts, row, false));
    }

    /** AND is false as soon as one is, OR true; else unknown as soon as one is. */
    private static @Nullable Boolean reduce(List<RandomFilter> parts, OrderRow row, boolean neutral) {
        @Nullable Boolean result = neutral;
        for (RandomFilter part : parts) {
            Boolean truth = part.matches(row);
            if (truth != null && truth != neutral) {
                return !neutral;
            }
            result = truth == null ? null : result;
        }
        return result;
    }

    private static RandomFilter not(RandomFilter part) {
        return new RandomFilter(Map.of("not", part.input()), row -> {
            Boolean truth = part.matches(row);
            return truth == null ? null : !truth;
        });
    }

    private static List<Map<String, Object>> inputs(List<RandomFilter> parts) {
        return parts.stream().map(RandomFilter::input).toList();
    }

    private static RandomFilter items(Random random) {
        int limit = random.nextInt(4);
        Map<String, Object> large = Map.of("quantity", Map.of("gte", limit));
        return switch (random.nextInt(4)) {
            case 0 ->
                new RandomFilter(Map.of("items", Map.of("some", large)), row -> row.quantities().stream()
                        .anyMatch(q -> q >= limit));
            case 1 ->
                new RandomFilter(Map.of("items", Map.of("none", large)), row -> row.quantities().stream()
                        .noneMatch(q -> q >= limit));
            case 2 ->
                new RandomFilter(Map.of("items", Map.of("every", large)), row -> row.quantities().stream()
                        .allMatch(q -> q >= limit));
            default ->
                new RandomFilter(Map.of("items", Map.of("isEmpty", true)), row -> row.quantities()
                        .isEmpty());
        };
    }

    /** Of the related row, the condition has to be true: unknown is as good as false. */
    private static RandomFilter customer(Random random, List<OrderRow> rows) {
        RandomComparison name = RandomComparison.of(random, "customer.username", rows);
        RandomComparison role = RandomComparison.of(random, "customer.role.name", rows);
        return random.nextBoolean()
                ? new RandomFilter(
                        Map.of("customer", Map.of("username", name.input())),
                        row -> Boolean.TRUE.equals(name.matches(row)))
                : new RandomFilter(
                        Map.of("customer", Map.of("role", Map.of("name", role.input()))),
                        row -> row.value("customer.role.name") != null && Boolean.TRUE.equals(role.matches(row)));
    }

    private static RandomFilter comparison(Random random, List<OrderRow> rows) {
        List<String> paths = List.of("requiredOn", "amountTotal", "itemCount", "status", "note", "id", "customerId");
        String path = paths.get(random.nextInt(paths.size()));
        RandomComparison comparison = RandomComparison.of(random, path, rows);
        return new RandomFilter(Map.of(path, comparison.input()), comparison::matches);
    }
}
