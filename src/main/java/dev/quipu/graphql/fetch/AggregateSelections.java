package dev.quipu.graphql.fetch;

import dev.quipu.graphql.schema.Names;
import dev.quipu.graphql.schema.Shown;
import dev.quipu.model.EntityModel;
import dev.quipu.query.AggregatePart;
import dev.quipu.query.Measure;
import graphql.schema.DataFetchingFieldSelectionSet;
import graphql.schema.SelectedField;
import java.util.List;

/** Reads what is selected of {@code aggregate}. */
final class AggregateSelections {

    private final Shown shown;

    AggregateSelections(Shown shown) {
        this.shown = shown;
    }

    List<AggregatePart> parts(EntityModel entity, DataFetchingFieldSelectionSet selected) {
        return selected.getImmediateFields().stream()
                .map(field -> part(entity, field))
                .toList();
    }

    private AggregatePart part(EntityModel entity, SelectedField field) {
        String key = field.getResultKey();
        return switch (field.getName()) {
            case "count" -> new AggregatePart.Value(key, Measure.COUNT);
            case Selections.TYPE_NAME -> new AggregatePart.Constant(key, Names.aggregate(entity));
            default ->
                new AggregatePart.Values(
                        key,
                        field.getSelectionSet().getImmediateFields().stream()
                                .map(value -> value(entity, field.getName(), value))
                                .toList());
        };
    }

    private AggregatePart value(EntityModel entity, String aggregation, SelectedField field) {
        String key = field.getResultKey();
        return field.getName().equals(Selections.TYPE_NAME)
                ? new AggregatePart.Constant(key, typeName(entity, aggregation))
                : new AggregatePart.Value(key, Measures.named(aggregation, field.getName(), entity, shown));
    }

    private static String typeName(EntityModel entity, String aggregation) {
        return switch (aggregation) {
            case "countDistinct" -> Names.countDistinct(entity);
            case "sum" -> Names.sum(entity);
            case "avg" -> Names.average(entity);
            default -> Names.extremes(entity);
        };
    }
}
