package dev.quipu.query;

import java.util.List;

/** Writes the JSON object of what is asked of many rows together. */
final class AggregateCompiler {

    private final Range range;

    AggregateCompiler(Range range) {
        this.range = range;
    }

    /** {@code jo('count', count(*), 'sum', jo('amountTotal', cast(exact_sum(e1.amountTotal) as String), 0), 0)}. */
    String object(List<AggregatePart> parts) {
        return SelectionCompiler.object(parts.stream().map(part -> SelectionCompiler.pair(part.key(), value(part))));
    }

    private String value(AggregatePart part) {
        if (part instanceof AggregatePart.Value value) {
            return Printing.measure(value.measure(), value.measure().over(range, null));
        }
        return part instanceof AggregatePart.Values values
                ? object(values.parts())
                : Statement.literal(((AggregatePart.Constant) part).text());
    }
}
