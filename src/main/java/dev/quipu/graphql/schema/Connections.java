package dev.quipu.graphql.schema;

import static dev.quipu.graphql.schema.Sdl.argument;
import static dev.quipu.graphql.schema.Sdl.field;

import dev.quipu.model.EntityModel;
import graphql.schema.GraphQLFieldDefinition;

/** Pages of entities: connection, edge and page info, after Relay's specification. */
final class Connections implements SchemaAspect {

    private static final String PAGE_INFO = "PageInfo";

    /** A field that gives a page of the entity's rows. */
    static GraphQLFieldDefinition.Builder connection(String name, EntityModel entity) {
        return field(name, Names.connection(entity) + "!")
                .argument(argument("first", "Int"))
                .argument(argument("after", "String"))
                .argument(argument("last", "Int"))
                .argument(argument("before", "String"))
                .argument(argument("offset", "Int")
                        .description("Jump to a page; only with first/last and without after/before."))
                .argument(argument("filter", Names.filter(entity)))
                .argument(argument("orderBy", "[" + Names.orderBy(entity) + "!]"));
    }

    @Override
    public void shared(SchemaDraft draft) {
        draft.field(PAGE_INFO, field("hasNextPage", "Boolean!"));
        draft.field(PAGE_INFO, field("hasPreviousPage", "Boolean!"));
        draft.field(PAGE_INFO, field("startCursor", "String"));
        draft.field(PAGE_INFO, field("endCursor", "String"));
    }

    @Override
    public void entity(EntityModel entity, SchemaDraft draft) {
        String connection = Names.connection(entity);
        String edge = Names.edge(entity);
        draft.field(connection, field("edges", "[" + edge + "!]!"));
        draft.field(connection, field("nodes", "[" + Names.type(entity) + "!]!"));
        draft.field(connection, field("pageInfo", PAGE_INFO + "!"));
        draft.field(
                connection,
                field("totalCount", "Int!")
                        .description("Rows matching filter and visible to the caller; computed only when selected."));
        draft.field(edge, field("cursor", "String!"));
        draft.field(edge, field("node", Names.type(entity) + "!"));
    }
}
