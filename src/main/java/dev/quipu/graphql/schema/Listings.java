package dev.quipu.graphql.schema;

import dev.quipu.model.EntityModel;

/** The queries that page through all rows of an entity. */
final class Listings implements SchemaAspect {

    @Override
    public void entity(EntityModel entity, SchemaDraft draft) {
        draft.field(SchemaDraft.QUERY, Connections.connection(Names.plural(entity), entity));
    }
}
