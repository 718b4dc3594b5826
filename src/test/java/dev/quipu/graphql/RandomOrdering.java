package dev.quipu.graphql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An {@code orderBy} and what it means. */
record RandomOrdering(List<Key> keys) {

    private static final List<String> PATHS = Stream.concat(
                    Stream.of(
                            "placedAt",
                            "requiredOn",
                            "amountTotal",
                            "itemCount",
                            "status",
                            "customer.username",
                            "customer.active",
                            "customer.role.name",
                            "customer.orders.count",
                            "customer.orders.max.requiredOn",
                            "id"),
                    OrderRow.MEASURES.stream())
            .toList();
    static final List<String> DIRECTIONS =
            List.of("ASC", "DESC", "ASC_NULLS_FIRST", "ASC_NULLS_LAST", "DESC_NULLS_FIRST", "DESC_NULLS_LAST");

    record Key(String path, String direction) implements Comparator<OrderRow> {

        @Override
        public int compare(OrderRow one, OrderRow other) {
            return RandomOrdering.compare(direction, one.value(path), other.value(path));
        }

        Map<String, Object> input() {
            Object input = direction;
            String[] steps = path.split("\\.");
            for (int n = steps.length - 1; n >= 0; n--) {
                input = Map.of(steps[n], input);
            }
            @SuppressWarnings("unchecked")
            Map<String, Object> object = (Map<String, Object>) input;
            return object;
        }
    }

    static int compare(String direction, @Nullable Comparable<Object> left, @Nullable Comparable<Object> right) {
        boolean nullsFirst = direction.endsWith("FIRST") || direction.equals("DESC");
        if (left == null || right == null) {
            int presence = Boolean.compare(left != null, right != null);
            return nullsFirst ? presence : -presence;
        }
        return direction.startsWith("ASC") ? left.compareTo(right) : right.compareTo(left);
    }

    static RandomOrdering of(Random random) {
        List<Key> keys = new ArrayList<>();
        for (int n = random.nextInt(4); n > 0; n--) {
            keys.add(new Key(
                    PATHS.get(random.nextInt(PATHS.size())), DIRECTIONS.get(random.nextInt(DIRECTIONS.size()))));
        }
        return new RandomOrdering(keys);
    }

    List<Map<String, Object>> input() {
        return keys.stream().map(Key::input).toList();
    }

    Comparator<OrderRow> comparator() {
        Comparator<OrderRow> comparator = keys.stream()
                .<Comparator<OrderRow>>map(key -> key)
                .reduce((one, next) -> one.thenComparing(next))
                .orElse((one, other) -> 0);
        return comparator.thenComparing(OrderRow::id);
    }
}
