package dev.quipu.graphql.fetch;

import dev.quipu.graphql.schema.Shown;
import dev.quipu.model.AttributeModel;
import dev.quipu.model.EntityModel;
import dev.quipu.query.Aggregation;
import dev.quipu.query.Measure;
import java.util.Map;

/** Finds the measure behind the names that the schema gives it, {@code sum} and {@code amountTotal}. */
final class Measures {

    private static final Map<String, Aggregation> AGGREGATIONS = Map.of(
            "countDistinct", Aggregation.COUNT_DISTINCT,
            "sum", Aggregation.SUM,
            "avg", Aggregation.AVG,
            "min", Aggregation.MIN,
            "max", Aggregation.MAX);

    private Measures() {}

    static Measure named(String aggregation, String attribute, EntityModel entity, Shown shown) {
        Aggregation found = AGGREGATIONS.get(aggregation);
        if (found == null) {
            throw new IllegalStateException("the schema has " + aggregation + ", which nothing measures");
        }
        AttributeModel measured = entity.attribute(attribute);
        return new Measure(found, measured == null ? ForeignKeys.named(attribute, entity, shown) : measured);
    }
}
