package dev.quipu.graphql;

import graphql.Scalars;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;

/**
 * The schema that SmallRye builds before the entities are mapped. Nobody is ever answered by it, and of what SmallRye made of entities
 * then no schema could be built: it knows neither JSON attributes nor the derived types.
 */
final class EarlySchema {

    private EarlySchema() {}

    /** Leaves nothing in it but the one field that a schema must have. */
    static void reduce(GraphQLSchema.Builder builder) {
        builder.query(GraphQLObjectType.newObject()
                        .name("Query")
                        .field(GraphQLFieldDefinition.newFieldDefinition()
                                .name("starting")
                                .type(Scalars.GraphQLBoolean)))
                .mutation((GraphQLObjectType) null)
                .subscription((GraphQLObjectType) null)
                .clearAdditionalTypes();
    }
}
