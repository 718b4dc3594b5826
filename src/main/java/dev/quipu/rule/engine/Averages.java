package dev.quipu.rule.engine;

import dev.quipu.expr.DecimalDivision;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Makes averages from what the children come to now, never from the average that was. */
final class Averages {

    private record Total(BigDecimal sum, long count) {

        Total plus(Total other) {
            return new Total(sum.add(other.sum), count + other.count);
        }

        /** As PostgreSQL divides: decimals to many digits, floating-point numbers as such. */
        Object average(Class<?> type) {
            return isFloating(type)
                    ? (Object) (sum.doubleValue() / count)
                    : DecimalDivision.divide(sum, BigDecimal.valueOf(count));
        }
    }

    private final Children children;

    Averages(Children children) {
        this.children = children;
    }

    static boolean isFloating(Class<?> type) {
        return type == Double.class || type == Float.class;
    }

    /** The average of each of those parents, before it is rounded; those without values are missing. */
    Map<Object, Object> find(AggregateRule rule, Collection<Object> parentIds) {
        Map<Object, Total> totals = new HashMap<>();
        Class<?> type = Objects.requireNonNull(rule.value()).type();
        String value = "c." + rule.value().name();
        String summed = isFloating(type) ? "cast(" + value + " as Double)" : value;
        children.read(
                rule,
                parentIds,
                // as text: the sum of long numbers need not fit into one
                "cast(sum(" + summed + ") as String), count(" + value + ")",
                found -> {
                    if (found[1] != null) {
                        add(totals, found[0], new Total(new BigDecimal((String) found[1]), (Long) found[2]));
                    }
                },
                (parentId, added) -> add(totals, parentId, new Total(Values.decimal(added), 1)));
        Map<Object, Object> averages = new HashMap<>();
        totals.forEach((parentId, total) -> averages.put(parentId, total.average(type)));
        return averages;
    }

    private static void add(Map<Object, Total> totals, Object parentId, Total added) {
        totals.merge(parentId, added, Total::plus);
    }
}
