package dev.quipu.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What many rows come to compares so with some values. Over no rows everything but a count is null, and compares as null does.
 *
 * @param filter which of the rows count; null for all
 * @param comparisons all of them hold
 */
public record MeasureCondition(@Nullable Condition filter, List<Comparison> comparisons) {

    public MeasureCondition {
        comparisons = List.copyOf(comparisons);
    }

    /** One measure compares so with a value of its {@link Measure#result}. */
    public record Comparison(Measure measure, Operator operator, Object operand) {}
}
