package dev.quipu.graphql;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What values come to, written down once more as simply as can be. */
final class Naive {

    private Naive() {}

    /** Over the values that are there; null over none. */
    @SuppressWarnings("unchecked")
    static @Nullable Comparable<?> measured(String aggregation, Collection<? extends Comparable<?>> values) {
        if (aggregation.equals("countDistinct")) {
            return (int) values.stream().distinct().count();
        }
        if (values.isEmpty()) {
            return null;
        }
        List<Comparable<Object>> present = values.stream()
                .map(value -> (Comparable<Object>) Objects.requireNonNull(value))
                .toList();
        return switch (aggregation) {
            case "sum" -> sum(values);
            case "avg" -> sum(values).divide(new BigDecimal(values.size()), 16, RoundingMode.HALF_UP);
            case "min" ->
                (Comparable<?>) present.stream().min(Comparator.naturalOrder()).orElseThrow();
            case "max" ->
                (Comparable<?>) present.stream().max(Comparator.naturalOrder()).orElseThrow();
            default -> throw new IllegalArgumentException(aggregation);
        };
    }

    private static BigDecimal sum(Collection<? extends Comparable<?>> values) {
        return values.stream().map(value -> new BigDecimal(value.toString())).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
