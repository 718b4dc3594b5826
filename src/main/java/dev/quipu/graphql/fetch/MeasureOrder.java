package dev.quipu.graphql.fetch;

import dev.quipu.graphql.schema.Shown;
import dev.quipu.model.EntityModel;
import dev.quipu.query.Measure;
import dev.quipu.query.SortDirection;
import java.util.Map;

/** Reads {@code {count: DESC}} and {@code {sum: {amount: ASC}}}, which order by what many rows come to. */
record MeasureOrder(Measure measure, SortDirection direction) {

    /** Each level is {@code @oneOf}: the schema lets exactly one entry through, and none that is null. */
    static MeasureOrder read(EntityModel entity, Map<?, ?> argument, Shown shown) {
        Map.Entry<?, ?> entry = argument.entrySet().iterator().next();
        if (entry.getValue() instanceof SortDirection direction) {
            return new MeasureOrder(Measure.COUNT, direction);
        }
        Map.Entry<?, ?> attribute =
                ((Map<?, ?>) entry.getValue()).entrySet().iterator().next();
        Measure measure = Measures.named((String) entry.getKey(), (String) attribute.getKey(), entity, shown);
        return new MeasureOrder(measure, (SortDirection) attribute.getValue());
    }
}
