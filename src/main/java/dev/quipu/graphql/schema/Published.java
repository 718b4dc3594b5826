package dev.quipu.graphql.schema;

import graphql.Directives;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaPrinter;
import java.util.List;
import java.util.Set;

/**
 * What clients are told of the schema. graphql-java and SmallRye add directives that do nothing here; they are in neither the
 * introspection nor the document.
 *
 * <pre>{@code Published.document(schema) // directive @preview on MUTATION ..}</pre>
 */
public final class Published {

    private static final Set<String> DEFINED =
            Set.of(Names.PREVIEW, Names.EXPLAIN, Directives.OneOfDirective.getName());

    private static final Set<String> DIRECTIVES = Set.of(
            "include",
            "skip",
            Directives.DeprecatedDirective.getName(),
            Directives.SpecifiedByDirective.getName(),
            Directives.OneOfDirective.getName(),
            Names.PREVIEW,
            Names.EXPLAIN);

    private Published() {}

    /** The directives that may be used, and those of the schema language. */
    public static List<GraphQLDirective> directives(GraphQLSchema schema) {
        return schema.getDirectives().stream()
                .filter(directive -> DIRECTIVES.contains(directive.getName()))
                .toList();
    }

    /** The schema in the schema language. It defines {@code @oneOf} too, since older tools do not know it. */
    public static String document(GraphQLSchema schema) {
        return new SchemaPrinter(SchemaPrinter.Options.defaultOptions()
                        .includeDirectiveDefinition(DEFINED::contains)
                        .includeDirectives(DIRECTIVES::contains)
                        .includeScalarTypes(true))
                .print(schema);
    }
}
