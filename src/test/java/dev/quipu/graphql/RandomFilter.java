package dev.quipu.graphql;

import java.util.HashMap;
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
            case 3 -> items(random, rows);
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

    private static RandomFilter items(Random random, List<OrderRow> rows) {
        int limit = random.nextInt(4);
        Map<String, Object> large = Map.of("quantity", Map.of("gte", limit));
        boolean empty = random.nextBoolean();
        return switch (random.nextInt(6)) {
            case 0 ->
                new RandomFilter(Map.of("items", Map.of("some", large)), row -> row.items().stream()
                        .anyMatch(item -> item.quantity() >= limit));
            case 1 ->
                new RandomFilter(Map.of("items", Map.of("none", large)), row -> row.items().stream()
                        .noneMatch(item -> item.quantity() >= limit));
            case 2 ->
                new RandomFilter(Map.of("items", Map.of("every", large)), row -> row.items().stream()
                        .allMatch(item -> item.quantity() >= limit));
            case 3 ->
                new RandomFilter(
                        Map.of("items", Map.of("isEmpty", empty)),
                        row -> row.items().isEmpty() == empty);
            default -> aggregate(random, rows, random.nextBoolean() ? limit : 0);
        };
    }

    /** What the items of at least that quantity come to. */
    @SuppressWarnings("unchecked")
    private static RandomFilter aggregate(Random random, List<OrderRow> rows, int least) {
        String measure = OrderRow.MEASURES.get(random.nextInt(OrderRow.MEASURES.size()));
        RandomComparison comparison = RandomComparison.of(random, measure, rows);
        Map<String, Object> aggregate = new HashMap<>();
        if (least > 0) {
            aggregate.put("filter", Map.of("quantity", Map.of("gte", least)));
        }
        String[] steps = measure.split("\\.");
        aggregate.put(steps[1], steps.length == 2 ? comparison.input() : Map.of(steps[2], comparison.input()));
        return new RandomFilter(Map.of("items", Map.of("aggregate", aggregate)), row -> {
            List<OrderRow.Item> counted = row.items().stream()
                    .filter(item -> item.quantity() >= least)
                    .toList();
            return comparison.holds((Comparable<Object>) row.measured(measure, counted));
        });
    }

    /** Of the related row, the condition has to be true: unknown is as good as false. */
    private static RandomFilter customer(Random random, List<OrderRow> rows) {
        RandomComparison name = RandomComparison.of(random, "customer.username", rows);
        RandomComparison role = RandomComparison.of(random, "customer.role.name", rows);
        RandomComparison active = RandomComparison.of(random, "customer.active", rows);
        if (random.nextInt(3) == 0) {
            return new RandomFilter(
                    Map.of("customer", Map.of("active", active.input())),
                    row -> Boolean.TRUE.equals(active.matches(row)));
        }
        return random.nextBoolean()
                ? new RandomFilter(
                        Map.of("customer", Map.of("username", name.input())),
                        row -> Boolean.TRUE.equals(name.matches(row)))
                : new RandomFilter(
                        Map.of("customer", Map.of("role", Map.of("name", role.input()))),
                        row -> row.value("customer.role.name") != null && Boolean.TRUE.equals(role.matches(row)));
    }

    private static RandomFilter comparison(Random random, List<OrderRow> rows) {
        List<String> paths =
                List.of("placedAt", "requiredOn", "amountTotal", "itemCount", "status", "note", "id", "customerId");
        String path = paths.get(random.nextInt(paths.size()));
        RandomComparison comparison = RandomComparison.of(random, path, rows);
        return new RandomFilter(Map.of(path, comparison.input()), comparison::matches);
    }
}
