package dev.quipu.graphql.schema;

import static dev.quipu.graphql.schema.Orderings.SORT_DIRECTION;
import static dev.quipu.graphql.schema.Sdl.inputField;

import dev.quipu.model.BasicAttribute;
import dev.quipu.model.EntityModel;
import dev.quipu.query.ValueKind;
import java.util.function.Function;
import java.util.stream.Stream;

/** Compares what many rows come to, and orders by it. */
final class AggregateInputs implements SchemaAspect {

    @Override
    public void entity(EntityModel entity, SchemaDraft draft) {
        filters(entity, draft);
        orderings(entity, draft);
    }

    private static void filters(EntityModel entity, SchemaDraft draft) {
        String sum = Names.filterOf(Names.sum(entity));
        String extremes = Names.filterOf(Names.extremes(entity));
        add(sum, Measurable.numbers(entity, draft.shown()), AggregateInputs::sumComparison, draft);
        add(
                extremes,
                Measurable.extremes(entity, draft.shown()),
                attribute -> Names.comparison(Types.of(entity, attribute)),
                draft);

        String filter = Names.filterOf(Names.aggregate(entity));
        draft.input(filter)
                .description(
                        "Over no rows the count is 0, and sum, avg, min and max are null, which no comparison but isNull"
                                + " finds.");
        draft.field(
                filter, inputField("filter", Names.filter(entity)).description("Which rows count; all by default."));
        draft.field(filter, inputField("count", Names.comparison("Int")));
        measures(filter, sum, extremes, draft);
    }

    private static void orderings(EntityModel entity, SchemaDraft draft) {
        String sum = Names.orderByOf(Names.sum(entity));
        String extremes = Names.orderByOf(Names.extremes(entity));
        add(sum, Measurable.numbers(entity, draft.shown()), attribute -> SORT_DIRECTION, draft);
        add(extremes, Measurable.extremes(entity, draft.shown()), attribute -> SORT_DIRECTION, draft);

        String orderBy = Names.orderByOf(Names.aggregate(entity));
        draft.input(orderBy).description("Over no rows the count is 0, and sum, avg, min and max are null.");
        draft.field(orderBy, inputField("count", SORT_DIRECTION));
        measures(orderBy, sum, extremes, draft);
        Stream.of(sum, extremes, orderBy).filter(draft::hasInput).forEach(type -> Sdl.oneOf(draft, type));
    }

    private static void add(
            String type, Stream<BasicAttribute> attributes, Function<BasicAttribute, String> of, SchemaDraft draft) {
        attributes.forEach(attribute -> draft.field(type, inputField(attribute.name(), of.apply(attribute))));
    }

    /** Sum, average and extremes, as far as the entity has attributes for them. */
    static void measures(String type, String sum, String extremes, SchemaDraft draft) {
        Stream.of("sum", "avg")
                .filter(name -> draft.hasInput(sum))
                .forEach(name -> draft.field(type, inputField(name, sum)));
        Stream.of("min", "max")
                .filter(name -> draft.hasInput(extremes))
                .forEach(name -> draft.field(type, inputField(name, extremes)));
    }

    private static String sumComparison(BasicAttribute attribute) {
        return Names.comparison(ValueKind.of(attribute) == ValueKind.FLOAT ? "Float" : "Decimal");
    }
}
