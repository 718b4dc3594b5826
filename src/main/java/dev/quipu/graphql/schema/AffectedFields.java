package dev.quipu.graphql.schema;

import static dev.quipu.graphql.schema.Sdl.field;

import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;

/** What every payload tells of the rows beside its own. */
final class AffectedFields implements SchemaAspect {

    @Override
    public void finish(SchemaDraft draft) {
        List<String> payloads = draft.rootFields(SchemaDraft.MUTATION)
                .map(mutation -> GraphQLTypeUtil.unwrapAllAs(mutation.getType()))
                .map(GraphQLNamedType.class::cast)
                .map(GraphQLNamedType::getName)
                .distinct()
                .toList();
        payloads.forEach(
                payload -> draft.field(
                        payload,
                        field(Names.AFFECTED, "[Node!]!")
                                .description(
                                        "Every other row whose stored attributes the rules changed in this operation, by type and"
                                                + " id. Rows that the operation itself makes or deletes are left out. More than a page may have are refused.")));
    }
}
