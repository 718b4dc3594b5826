package dev.quipu.graphql.fetch;

import dev.quipu.graphql.schema.Shown;
import dev.quipu.model.AttributeModel;
import dev.quipu.model.BasicAttribute;
import dev.quipu.model.EntityModel;
import dev.quipu.model.ToManyAttribute;
import dev.quipu.model.ToOneAttribute;
import dev.quipu.query.ElementMeasure;
import dev.quipu.query.Ordering;
import dev.quipu.query.SortDirection;
import dev.quipu.query.SortKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads {@code orderBy}. */
final class OrderArguments {

    private final Shown shown;

    OrderArguments(Shown shown) {
        this.shown = shown;
    }

    /** The ordering; by the id alone where the argument is absent. */
    Ordering ordering(EntityModel entity, @Nullable Object argument) {
        List<SortKey> keys = new ArrayList<>();
        if (argument != null) {
            ((List<?>) argument).forEach(element -> keys.add(key(entity, (Map<?, ?>) element, List.of())));
        }
        return Ordering.of(entity, keys);
    }

    private SortKey key(EntityModel entity, Map<?, ?> element, List<ToOneAttribute> path) {
        // @oneOf: the schema lets exactly one entry through, and none that is null
        Map.Entry<?, ?> entry = element.entrySet().iterator().next();
        String name = (String) entry.getKey();
        AttributeModel attribute = Objects.requireNonNull(entity.attribute(name), name);
        if (attribute instanceof ToOneAttribute reference) {
            List<ToOneAttribute> longer = new ArrayList<>(path);
            longer.add(reference);
            return key(shown.target(reference), (Map<?, ?>) entry.getValue(), longer);
        }
        if (attribute instanceof ToManyAttribute collection) {
            return key(path, collection, (Map<?, ?>) entry.getValue());
        }
        return new SortKey(path, (BasicAttribute) attribute, (SortDirection) entry.getValue());
    }

    private SortKey key(List<ToOneAttribute> path, ToManyAttribute collection, Map<?, ?> element) {
        EntityModel target = shown.target(collection);
        MeasureOrder order = MeasureOrder.read(target, element, shown);
        return new SortKey(path, new ElementMeasure(collection, target, order.measure()), order.direction());
    }
}
