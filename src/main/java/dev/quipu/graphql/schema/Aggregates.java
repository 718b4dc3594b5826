package dev.quipu.graphql.schema;

import static dev.quipu.graphql.schema.Sdl.field;

import dev.quipu.model.BasicAttribute;
import dev.quipu.model.EntityModel;
import dev.quipu.query.ValueKind;

/** What many rows come to: their number, sums, averages and extremes. */
final class Aggregates implements SchemaAspect {

    @Override
    public void entity(EntityModel entity, SchemaDraft draft) {
        String aggregate = Names.aggregate(entity);
        draft.field(
                Names.connection(entity),
                field("aggregate", aggregate + "!").description("Over all rows matching filter; ignores paging."));
        draft.field(aggregate, field("count", "Int!"));
        distinct(entity, draft);
        sums(entity, draft);
        extremes(entity, draft);
    }

    private static void distinct(EntityModel entity, SchemaDraft draft) {
        String type = Names.countDistinct(entity);
        Measurable.values(entity, draft.shown())
                .forEach(attribute -> draft.field(type, field(attribute.name(), "Int!")));
        draft.shown()
                .toOnes(entity)
                .forEach(reference -> draft.field(type, field(Names.foreignKey(reference), "Int!")));
        if (draft.hasObject(type)) {
            draft.field(
                    Names.aggregate(entity),
                    field("countDistinct", type + "!").description("How many different values; null is none."));
        }
    }

    private static void sums(EntityModel entity, SchemaDraft draft) {
        Measurable.numbers(entity, draft.shown()).forEach(attribute -> {
            draft.field(Names.sum(entity), field(attribute.name(), sum(attribute)));
            draft.field(Names.average(entity), field(attribute.name(), average(attribute)));
        });
        if (draft.hasObject(Names.sum(entity))) {
            draft.field(
                    Names.aggregate(entity),
                    field("sum", Names.sum(entity)).description("Null over no values, with the attribute's scale."));
            draft.field(
                    Names.aggregate(entity),
                    field("avg", Names.average(entity))
                            .description(
                                    "Null over no values. Exact to at least 16 significant digits, as PostgreSQL divides."));
        }
    }

    private static void extremes(EntityModel entity, SchemaDraft draft) {
        String type = Names.extremes(entity);
        Measurable.extremes(entity, draft.shown())
                .forEach(attribute -> draft.field(type, field(attribute.name(), Types.of(entity, attribute))));
        if (draft.hasObject(type)) {
            draft.field(Names.aggregate(entity), field("min", type).description("Null over no values."));
            draft.field(Names.aggregate(entity), field("max", type).description("Null over no values."));
        }
    }

    /** Whole numbers of 32 bits add up to one of 64; those of 64 bits may outgrow it. */
    private static String sum(BasicAttribute attribute) {
        return ValueKind.of(attribute) == ValueKind.INT ? "BigInt" : average(attribute);
    }

    private static String average(BasicAttribute attribute) {
        return ValueKind.of(attribute) == ValueKind.FLOAT ? "Float" : "Decimal";
    }
}
