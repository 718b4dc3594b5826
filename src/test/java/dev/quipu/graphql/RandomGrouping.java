package dev.quipu.graphql;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a {@code groupBy} and what they mean.
 *
 * @param keys constants of {@code OrderGroupKey}
 * @param order {@code "count"}, {@code "sum"} or {@code "key"}, the first
 * @param least of how many rows, those that are open or all, a group has at least
 */
record RandomGrouping(
        List<String> keys,
        String timeZone,
        String order,
        String direction,
        int least,
        boolean open,
        int first,
        int offset) {

    private static final Map<String, String> ATTRIBUTES = Map.of(
            "STATUS",
            "status",
            "CUSTOMER_ID",
            "customerId",
            "ITEM_COUNT",
            "itemCount",
            "PLACED_AT",
            "placedAt",
            "REQUIRED_ON",
            "requiredOn");
    private static final List<String> BUCKETS = List.of("_DAY", "_WEEK", "_MONTH", "_QUARTER", "_YEAR");
    private static final List<String> ZONES = List.of("UTC", "Pacific/Auckland", "America/New_York", "Asia/Kathmandu");

    /** One group: the values of its keys, and its rows. */
    record Group(List<@Nullable Object> key, List<OrderRow> rows) {}

    static RandomGrouping of(Random random) {
        List<String> names =
                new ArrayList<>(ATTRIBUTES.keySet().stream().sorted().toList());
        Collections.shuffle(names, random);
        List<String> keys = names.subList(0, 1 + random.nextInt(3)).stream()
                .map(name -> switch (name) {
                    case "PLACED_AT" -> name + BUCKETS.get(random.nextInt(BUCKETS.size()));
                    case "REQUIRED_ON" ->
                        name
                                + List.of("", "_WEEK", "_MONTH", "_QUARTER", "_YEAR")
                                        .get(random.nextInt(5));
                    default -> name;
                })
                .toList();
        return new RandomGrouping(
                keys,
                ZONES.get(random.nextInt(ZONES.size())),
                List.of("count", "sum", "key").get(random.nextInt(3)),
                RandomOrdering.DIRECTIONS.get(random.nextInt(RandomOrdering.DIRECTIONS.size())),
                random.nextInt(4),
                random.nextBoolean(),
                1 + random.nextInt(30),
                random.nextInt(3));
    }

    Map<String, Object> variables() {
        Map<String, Object> having = new HashMap<>(Map.of("count", Map.of("gte", least)));
        if (open) {
            having.put("filter", Map.of("status", Map.of("eq", "OPEN")));
        }
        Map<String, Object> by =
                switch (order) {
                    case "count" -> Map.of("count", direction);
                    case "sum" -> Map.of("sum", Map.of("amountTotal", direction));
                    default -> Map.of("key", Map.of(attribute(keys.get(0)), direction));
                };
        return Map.of(
                "keys",
                keys,
                "timeZone",
                timeZone,
                "orderBy",
                List.of(by),
                "having",
                having,
                "first",
                first,
                "offset",
                offset);
    }

    /** The name within {@code key}. */
    static String attribute(String key) {
        return ATTRIBUTES.entrySet().stream()
                .filter(entry -> key.startsWith(entry.getKey()))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    /** The groups of the rows, in order. */
    List<Group> groups(List<OrderRow> rows) {
        Map<List<@Nullable Object>, List<OrderRow>> groups = new LinkedHashMap<>();
        for (OrderRow row : rows) {
            groups.computeIfAbsent(key(row), key -> new ArrayList<>()).add(row);
        }
        return groups.entrySet().stream()
                .map(entry -> new Group(entry.getKey(), entry.getValue()))
                .filter(group -> group.rows().stream()
                                .filter(row ->
                                        !open || "OPEN".equals(row.values().get("status")))
                                .count()
                        >= least)
                .sorted(comparator())
                .skip(offset)
                .limit(first)
                .toList();
    }

    private List<@Nullable Object> key(OrderRow row) {
        @Nullable Object[] values = new Object[keys.size()];
        Arrays.setAll(values, n -> bucket(row.value(attribute(keys.get(n))), keys.get(n)));
        return Arrays.asList(values);
    }

    private @Nullable Object bucket(@Nullable Object value, String key) {
        String span = key.substring(Math.max(0, key.lastIndexOf('_')));
        if (value instanceof Instant moment) {
            ZoneId zone = ZoneId.of(timeZone);
            return first(moment.atZone(zone).toLocalDate(), span)
                    .atStartOfDay(zone)
                    .toInstant();
        }
        return value instanceof LocalDate day ? first(day, span) : value;
    }

    private static LocalDate first(LocalDate day, String span) {
        return switch (span) {
            case "_WEEK" -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case "_MONTH" -> day.withDayOfMonth(1);
            case "_QUARTER" -> day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
            case "_YEAR" -> day.withDayOfYear(1);
            default -> day;
        };
    }

    private Comparator<Group> comparator() {
        Comparator<Group> comparator = (one, other) -> RandomOrdering.compare(direction, ordered(one), ordered(other));
        for (int n = 0; n < keys.size(); n++) {
            int position = n;
            comparator = comparator.thenComparing((one, other) -> RandomOrdering.compare(
                    "ASC",
                    comparable(one.key().get(position)),
                    comparable(other.key().get(position))));
        }
        return comparator;
    }

    private @Nullable Comparable<Object> ordered(Group group) {
        return comparable(
                switch (order) {
                    case "count" -> group.rows().size();
                    case "sum" ->
                        group.rows().stream()
                                .map(row -> (BigDecimal)
                                        Objects.requireNonNull(row.values().get("amountTotal")))
                                .reduce(BigDecimal.ZERO, BigDecimal::add);
                    default -> group.key().get(0);
                });
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Comparable<Object> comparable(@Nullable Object value) {
        return (Comparable<Object>) value;
    }
}
