package dev.quipu.graphql.schema;

import static dev.quipu.graphql.schema.Sdl.inputField;

import dev.quipu.model.BasicAttribute;
import dev.quipu.model.EntityModel;
import dev.quipu.query.SortDirection;
import graphql.schema.GraphQLEnumType;

/** By what rows can be ordered: their own values, those of the entities they refer to, and what their collections come to. */
final class Orderings implements SchemaAspect {

    static final String SORT_DIRECTION = "SortDirection";

    @Override
    public void shared(SchemaDraft draft) {
        GraphQLEnumType.Builder type = GraphQLEnumType.newEnum()
                .name(SORT_DIRECTION)
                .description("Unless it says where nulls go, they count as larger than everything.");
        for (SortDirection direction : SortDirection.values()) {
            type.value(direction.name(), direction);
        }
        draft.add(type.build());
    }

    @Override
    public void entity(EntityModel entity, SchemaDraft draft) {
        String orderBy = Names.orderBy(entity);
        Sdl.oneOf(draft, orderBy);
        draft.input(orderBy)
                .description("List order is significant; the primary key is always appended as the last key.");
        draft.shown()
                .basics(entity)
                .filter(attribute -> sortable(entity, attribute))
                .forEach(attribute -> draft.field(orderBy, inputField(attribute.name(), SORT_DIRECTION)));
        draft.shown()
                .toOnes(entity)
                .forEach(reference -> draft.field(
                        orderBy,
                        inputField(reference.name(), Names.orderBy(draft.shown().target(reference)))));
        draft.shown()
                .toManys(entity)
                .forEach(collection -> draft.field(
                        orderBy,
                        inputField(
                                collection.name(),
                                Names.orderByOf(Names.aggregate(draft.shown().target(collection))))));
    }

    /** Cursors hold the values of an ordering, which long text would make unbearably long. */
    private static boolean sortable(EntityModel entity, BasicAttribute attribute) {
        return Measurable.isShort(attribute) && !attribute.equals(entity.version());
    }
}
