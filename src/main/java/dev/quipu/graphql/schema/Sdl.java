package dev.quipu.graphql.schema;

import graphql.Directives;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeReference;
import java.util.List;

/**
 * Types as the schema language writes them.
 *
 * <pre>{@code field("nodes", "[Order!]!")}</pre>
 */
final class Sdl {

    private Sdl() {}

    /** The type that the text denotes: {@code "Order"}, {@code "[Order!]!"}. */
    static GraphQLType type(String text) {
        if (text.endsWith("!")) {
            return GraphQLNonNull.nonNull(type(text.substring(0, text.length() - 1)));
        }
        return text.startsWith("[")
                ? GraphQLList.list(type(text.substring(1, text.length() - 1)))
                : GraphQLTypeReference.typeRef(text);
    }

    static GraphQLFieldDefinition.Builder field(String name, String type) {
        return GraphQLFieldDefinition.newFieldDefinition().name(name).type((GraphQLOutputType) type(type));
    }

    static GraphQLArgument.Builder argument(String name, String type) {
        return GraphQLArgument.newArgument().name(name).type((GraphQLInputType) type(type));
    }

    static GraphQLInputObjectField.Builder inputField(String name, String type) {
        return GraphQLInputObjectField.newInputObjectField().name(name).type((GraphQLInputType) type(type));
    }

    /** The type, non-null unless it may be null. */
    static String nullable(boolean nullable, String type) {
        return nullable ? type : type + "!";
    }

    /** Makes an input type take exactly one of its fields. */
    static void oneOf(SchemaDraft draft, String input) {
        draft.input(input).replaceAppliedDirectives(List.of(Directives.OneOfDirective.toAppliedDirective()));
    }
}
