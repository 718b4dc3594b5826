package dev.quipu.graphql.schema;

import graphql.introspection.Introspection.DirectiveLocation;
import graphql.schema.GraphQLDirective;

/** What a client may say of a mutation as a whole. */
final class OperationDirectives implements SchemaAspect {

    @Override
    public void shared(SchemaDraft draft) {
        draft.add(onMutation(
                Names.PREVIEW,
                "Marks the whole operation as a preview: executed with all rules and checks, then rolled back. The payloads show"
                        + " what would be; ids may differ when it is done in earnest."));
        draft.add(
                onMutation(
                        Names.EXPLAIN,
                        "Adds extensions.rules: each step of each rule that fired, in order, as {rule, entity, id, attribute, before,"
                                + " after, cause}. Of an invariant, attribute and before are null, and after is whether it holds."));
    }

    private static GraphQLDirective onMutation(String name, String description) {
        return GraphQLDirective.newDirective()
                .name(name)
                .description(description)
                .validLocation(DirectiveLocation.MUTATION)
                .build();
    }
}
