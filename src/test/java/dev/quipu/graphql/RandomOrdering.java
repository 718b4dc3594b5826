package dev.quipu.graphql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** An {@code orderBy} and what it means. */
record RandomOrdering(List<Key> keys) {

    private static final List<String> PATHS = List.of(
            "requiredOn", "amountTotal", "itemCount", "status", "customer.username", "customer.role.name", "id");
    private static final List<String> DIRECTIONS =
            List.of("ASC", "DESC", "ASC_NULLS_FIRST", "ASC_NULLS_LAST", "DESC_NULLS_FIRST", "DESC_NULLS_LAST");

    record Key(String path, String direction) implements Comparator<OrderRow> {

        @Override
        public int compare(OrderRow one, OrderRow other) {
            boolean ascending = direction.startsWith("ASC");
            boolean nullsFirst = direction.endsWith("FIRST") || direction.equals("DESC");
            @Nullable Comparable<Object> left = one.value(path);
            @Nullable Comparable<Object> right = other.value(path);
            if (left == null || right == null) {
                int presence = Boolean.compare(left != null, right != null);
                return nullsFirst ? presence : -presence;
            }
            return ascending ? left.compareTo(right) : right.compareTo(left);
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
