package dev.quipu.graphql.schema;

import static dev.quipu.graphql.schema.Orderings.SORT_DIRECTION;
import static dev.quipu.graphql.schema.Sdl.argument;
import static dev.quipu.graphql.schema.Sdl.field;
import static dev.quipu.graphql.schema.Sdl.inputField;

import dev.quipu.model.BasicAttribute;
import dev.quipu.model.EntityModel;
import dev.quipu.query.ValueKind;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import org.jspecify.annotations.Nullable;

/** Rows in groups: by which keys, and what the rows of each group come to. */
final class Groups implements SchemaAspect {

    @Override
    public void entity(EntityModel entity, SchemaDraft draft) {
        GraphQLEnumType.Builder keys = GraphQLEnumType.newEnum()
                .name(Names.groupKey(entity))
                .description("Spans of time are named after their beginning; weeks begin on Monday.");
        GroupKeys.constants(entity, draft.shown()).forEach(keys::value);
        GraphQLEnumType type = keys.build();
        if (type.getValues().isEmpty()) {
            return;
        }
        draft.add(type);
        draft.field(Names.connection(entity), groupBy(entity));
        draft.field(
                Names.group(entity),
                field("key", Names.groupKeyValue(entity) + "!").description("Only the requested keys are populated."));
        draft.field(Names.group(entity), field("aggregate", Names.aggregate(entity) + "!"));
        key(entity, draft);
        order(entity, draft);
    }

    private static GraphQLFieldDefinition.Builder groupBy(EntityModel entity) {
        return field("groupBy", "[" + Names.group(entity) + "!]!")
                .description("Over all rows matching filter; ignores paging.")
                .argument(argument("keys", "[" + Names.groupKey(entity) + "!]!")
                        .description("At least one; of each attribute at most one span of time."))
                .argument(argument("having", Names.filterOf(Names.aggregate(entity))))
                .argument(argument("orderBy", "[" + Names.orderByOf(Names.group(entity)) + "!]")
                        .description("List order is significant; the keys decide the rest."))
                .argument(argument("first", "Int").description("How many groups; as many as rows of a page."))
                .argument(argument("offset", "Int"))
                .argument(argument("timeZone", "String")
                        .description("In which the spans of a DateTime begin: an IANA name as Europe/Berlin.")
                        .defaultValueProgrammatic("UTC"));
    }

    private static void key(EntityModel entity, SchemaDraft draft) {
        String value = Names.groupKeyValue(entity);
        String orderBy = Names.orderByOf(Names.groupKey(entity));
        GroupKeys.basics(entity, draft.shown()).forEach(attribute -> {
            draft.field(
                    value, field(attribute.name(), Types.of(entity, attribute)).description(description(attribute)));
            draft.field(orderBy, inputField(attribute.name(), SORT_DIRECTION));
        });
        draft.shown().toOnes(entity).forEach(reference -> {
            draft.field(value, field(Names.foreignKey(reference), "ID"));
            draft.field(value, field(reference.name(), Names.type(draft.shown().target(reference))));
            draft.field(orderBy, inputField(Names.foreignKey(reference), SORT_DIRECTION));
        });
        Sdl.oneOf(draft, orderBy);
    }

    private static @Nullable String description(BasicAttribute attribute) {
        return Measurable.isTime(attribute)
                ? ValueKind.of(attribute) == ValueKind.DATE
                        ? "The day, or the first day of the span."
                        : "The beginning of the span."
                : null;
    }

    private static void order(EntityModel entity, SchemaDraft draft) {
        String orderBy = Names.orderByOf(Names.group(entity));
        draft.field(
                orderBy,
                inputField("key", Names.orderByOf(Names.groupKey(entity))).description("One of the requested keys."));
        draft.field(orderBy, inputField("count", SORT_DIRECTION));
        AggregateInputs.measures(
                orderBy, Names.orderByOf(Names.sum(entity)), Names.orderByOf(Names.extremes(entity)), draft);
        Sdl.oneOf(draft, orderBy);
    }
}
