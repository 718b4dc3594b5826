package dev.quipu.graphql.schema;

import dev.quipu.model.EntityModel;

/**
 * One thing that the derived schema has, and the only place that knows how it looks there. An aspect declares shape and
 * documentation only; what answers a root field is registered in {@code graphql.fetch} under the field's coordinates.
 *
 * <p>To add something to the schema, write an aspect and put it into {@link DerivedSchema#ASPECTS}. Aspects may add to types that
 * earlier ones began; they refer to types by name, never by object:
 *
 * <pre>{@code
 * draft.object("Mutation").field(field(Names.mutation("delete", order), nonNull(Names.payload("deleteOrder"))));
 * draft.input("DeleteOrderInput").field(...);
 * }</pre>
 */
interface SchemaAspect {

    /** What exists once, whatever the entities are. */
    default void shared(SchemaDraft draft) {}

    /** What each entity that the API shows brings along; called in alphabetical order. */
    default void entity(EntityModel entity, SchemaDraft draft) {}

    /** What depends on all that the aspects have added. */
    default void finish(SchemaDraft draft) {}
}
