package dev.quipu.graphql.fetch;

import dev.quipu.graphql.schema.Shown;
import dev.quipu.model.AttributeModel;
import dev.quipu.model.BasicAttribute;
import dev.quipu.model.EntityModel;
import dev.quipu.model.ToManyAttribute;
import dev.quipu.model.ToOneAttribute;
import dev.quipu.query.Condition;
import dev.quipu.query.Condition.Quantifier;
import dev.quipu.query.MeasureCondition;
import dev.quipu.query.Operator;
import dev.quipu.query.RefusedInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code filter}. A null in it, or an object that says nothing, is refused: it is most likely a variable that somebody forgot,
 * and leaving the condition out would give, or delete, far more rows than were meant.
 */
public final class FilterArguments {

    private final Shown shown;
    private final MeasureArguments measures;

    public FilterArguments(Shown shown) {
        this.shown = shown;
        this.measures = new MeasureArguments(shown, this);
    }

    /**
     * The condition; null for all rows, where the argument is absent.
     *
     * @throws RefusedInputException if an operand is null
     */
    public @Nullable Condition filter(EntityModel entity, @Nullable Object argument) {
        return argument == null ? null : condition(entity, (Map<?, ?>) argument, "filter");
    }

    Condition condition(EntityModel entity, Map<?, ?> filter, String place) {
        return all(filter, place, (name, value) -> switch (name) {
            case "and" -> new Condition.And(conditions(entity, value, place + ".and"));
            case "or" -> new Condition.Or(conditions(entity, value, place + ".or"));
            case "not" -> new Condition.Not(condition(entity, (Map<?, ?>) value, place + ".not"));
            default -> attribute(entity, name, (Map<?, ?>) value, place + "." + name);
        });
    }

    /** The condition of an {@code OrderAggregateFilter}. */
    MeasureCondition measures(EntityModel entity, Map<?, ?> filter, String place) {
        return measures.condition(entity, filter, place);
    }

    private List<Condition> conditions(EntityModel entity, Object filters, String place) {
        return ((List<?>) filters)
                .stream()
                        .map(filter -> condition(entity, (Map<?, ?>) filter, place))
                        .toList();
    }

    private Condition attribute(EntityModel entity, String name, Map<?, ?> value, String place) {
        AttributeModel attribute = entity.attribute(name);
        if (attribute instanceof BasicAttribute basic) {
            return comparisons(
                    value,
                    place,
                    new Comparisons(basic, basic.equals(entity.id())),
                    (operator, operand) -> new Condition.Compare(basic, operator, operand));
        }
        if (attribute instanceof ToOneAttribute reference) {
            EntityModel target = shown.target(reference);
            return new Condition.Referenced(reference, target, condition(target, value, place));
        }
        if (attribute instanceof ToManyAttribute collection) {
            return all(value, place, (quantifier, operand) -> elements(collection, quantifier, operand, place));
        }
        ToOneAttribute reference = ForeignKeys.named(name, entity, shown);
        BasicAttribute id = shown.target(reference).id();
        return comparisons(
                value,
                place,
                new Comparisons(id, true),
                (operator, operand) -> new Condition.CompareKey(reference, id, operator, operand));
    }

    private Condition elements(ToManyAttribute collection, String quantifier, Object operand, String place) {
        EntityModel element = shown.target(collection);
        if (quantifier.equals("isEmpty")) {
            Quantifier wanted = Boolean.TRUE.equals(operand) ? Quantifier.NONE : Quantifier.SOME;
            return new Condition.Elements(collection, element, wanted, Condition.ANY);
        }
        if (quantifier.equals("aggregate")) {
            return new Condition.Aggregated(
                    collection, element, measures.condition(element, (Map<?, ?>) operand, place + ".aggregate"));
        }
        Condition condition = condition(element, (Map<?, ?>) operand, place + "." + quantifier);
        Quantifier wanted = Quantifier.valueOf(quantifier.toUpperCase(Locale.ROOT));
        return new Condition.Elements(collection, element, wanted, condition);
    }

    private static Condition comparisons(
            Map<?, ?> value, String place, Comparisons comparisons, BiFunction<Operator, Object, Condition> condition) {
        if (value.isEmpty()) {
            throw new RefusedInputException(place + " names no operator; leave it out, or add one as eq.");
        }
        return all(
                value,
                place,
                (name, operand) -> condition.apply(comparisons.operator(name), comparisons.operand(name, operand)));
    }

    private static Condition all(Map<?, ?> parts, String place, BiFunction<String, Object, Condition> condition) {
        List<Condition> conditions = new ArrayList<>();
        parts.forEach(
                (key, value) -> conditions.add(condition.apply((String) key, required(value, place + "." + key))));
        return conditions.size() == 1 ? conditions.get(0) : new Condition.And(conditions);
    }

    static Object required(@Nullable Object operand, String place) {
        if (operand == null) {
            throw new RefusedInputException(place + " is null; leave it out, or ask with isNull.");
        }
        return operand;
    }
}
