package dev.quipu.graphql.fetch;

import dev.quipu.graphql.schema.Shown;
import dev.quipu.model.EntityModel;
import dev.quipu.query.Condition;
import dev.quipu.query.Measure;
import dev.quipu.query.MeasureCondition;
import dev.quipu.query.MeasureCondition.Comparison;
import dev.quipu.query.RefusedInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads {@code OrderAggregateFilter}, of a collection's elements or of a group's rows. */
final class MeasureArguments {

    private final Shown shown;
    private final FilterArguments filters;

    MeasureArguments(Shown shown, FilterArguments filters) {
        this.shown = shown;
        this.filters = filters;
    }

    /**
     * The condition.
     *
     * @throws RefusedInputException if an operand is null, or nothing is compared
     */
    MeasureCondition condition(EntityModel entity, Map<?, ?> argument, String place) {
        Condition filter = null;
        List<Comparison> comparisons = new ArrayList<>();
        for (Map.Entry<?, ?> entry : argument.entrySet()) {
            String name = (String) entry.getKey();
            Map<?, ?> value = (Map<?, ?>) FilterArguments.required(entry.getValue(), place + "." + name);
            switch (name) {
                case "filter" -> filter = filters.condition(entity, value, place + ".filter");
                case "count" -> comparisons.addAll(comparisons(Measure.COUNT, value, place + ".count"));
                default -> comparisons.addAll(comparisons(entity, name, value, place + "." + name));
            }
        }
        return new MeasureCondition(filter, somethingOf(comparisons, place));
    }

    private List<Comparison> comparisons(EntityModel entity, String aggregation, Map<?, ?> values, String place) {
        List<Comparison> comparisons = new ArrayList<>();
        values.forEach((attribute, value) -> {
            String inside = place + "." + attribute;
            Measure measure = Measures.named(aggregation, (String) attribute, entity, shown);
            comparisons.addAll(comparisons(measure, (Map<?, ?>) FilterArguments.required(value, inside), inside));
        });
        return somethingOf(comparisons, place);
    }

    private static List<Comparison> comparisons(Measure measure, Map<?, ?> operators, String place) {
        Comparisons reading = new Comparisons(measure.result(), false);
        List<Comparison> comparisons = new ArrayList<>();
        operators.forEach((operator, operand) -> {
            Object value = FilterArguments.required(operand, place + "." + operator);
            comparisons.add(new Comparison(
                    measure, reading.operator((String) operator), reading.operand((String) operator, value)));
        });
        return somethingOf(comparisons, place);
    }

    private static List<Comparison> somethingOf(List<Comparison> comparisons, String place) {
        if (comparisons.isEmpty()) {
            throw new RefusedInputException(
                    place + " compares nothing; leave it out, or add a comparison as count: {gte: 1}.");
        }
        return comparisons;
    }
}
