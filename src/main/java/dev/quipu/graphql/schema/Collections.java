package dev.quipu.graphql.schema;

import dev.quipu.model.EntityModel;

/** The collections of an entity, each a connection with arguments of its own. */
final class Collections implements SchemaAspect {

    @Override
    public void entity(EntityModel entity, SchemaDraft draft) {
        draft.shown()
                .toManys(entity)
                .forEach(collection -> draft.field(
                        Names.type(entity),
                        Connections.connection(collection.name(), draft.shown().target(collection))));
    }
}
