package dev.quipu.graphql.schema;

import static dev.quipu.graphql.schema.Sdl.argument;
import static dev.quipu.graphql.schema.Sdl.field;

import dev.quipu.model.EntityModel;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLTypeReference;

/** The interface of all entities, and the queries that find any of them by its opaque id. */
final class Nodes implements SchemaAspect {

    private static final String NODE = "Node";

    @Override
    public void shared(SchemaDraft draft) {
        draft.add(node());
        draft.field(
                SchemaDraft.QUERY,
                field("node", NODE).description("The entity of that nodeId.").argument(argument(Names.NODE_ID, "ID!")));
        draft.field(
                SchemaDraft.QUERY,
                field("nodes", "[Node]!")
                        .description("The entities of those nodeIds, in their order; null where there is none.")
                        .argument(argument("nodeIds", "[ID!]!")));
    }

    @Override
    public void entity(EntityModel entity, SchemaDraft draft) {
        draft.object(Names.type(entity)).withInterface(GraphQLTypeReference.typeRef(NODE));
        draft.field(Names.type(entity), nodeId());
    }

    @SuppressWarnings("deprecation") // a registry is beyond reach when the schema is built for the first time
    private static GraphQLInterfaceType node() {
        return GraphQLInterfaceType.newInterface()
                .name(NODE)
                .description("Any entity.")
                .field(nodeId())
                .typeResolver(environment -> {
                    throw new IllegalStateException("nodes come as finished JSON, whose type nobody asks for");
                })
                .build();
    }

    private static GraphQLFieldDefinition.Builder nodeId() {
        return field(Names.NODE_ID, "ID!").description("Globally unique, opaque. Accepted by Query.node.");
    }
}
