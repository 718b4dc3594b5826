package dev.quipu.graphql.schema;

import dev.quipu.model.Model;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The schema that follows from the entities.
 *
 * <pre>{@code new DerivedSchema(model).addTo(builder, codeFirst)}</pre>
 */
public final class DerivedSchema {

    /** Everything the schema has, in the order in which it appears. */
    private static final List<SchemaAspect> ASPECTS = List.of(
            new SupportedTypes(),
            new ScalarTypes(),
            new Nodes(),
            new Errors(),
            new Enums(),
            new Attributes(),
            new References(),
            new Collections(),
            new Connections(),
            new Aggregates(),
            new Lookups(),
            new Listings(),
            new Comparisons(),
            new Filters(),
            new AggregateInputs(),
            new Groups(),
            new Orderings(),
            new RowInputs(),
            new ReferenceInputs(),
            new CollectionInputs(),
            new Mutations(),
            new BulkMutations(),
            new AffectedFields(),
            new OperationDirectives());

    private final SchemaDraft draft;

    /**
     * Derives it.
     *
     * @throws IllegalStateException with all attributes that have no place in the API
     */
    public DerivedSchema(Model model) {
        draft = new SchemaDraft(new Shown(model));
        ASPECTS.forEach(aspect -> aspect.shared(draft));
        for (SchemaAspect aspect : ASPECTS) {
            draft.shown().entities().forEach(entity -> aspect.entity(entity, draft));
        }
        ASPECTS.forEach(aspect -> aspect.finish(draft));
    }

    public Shown shown() {
        return draft.shown();
    }

    /** The names of the derived types, the roots excepted. */
    public Set<String> typeNames() {
        return draft.types().map(type -> type.getName()).collect(Collectors.toUnmodifiableSet());
    }

    /** The names of the derived fields of {@code Query} or {@code Mutation}. */
    public Set<String> rootFields(String root) {
        return draft.rootFields(root).map(GraphQLFieldDefinition::getName).collect(Collectors.toUnmodifiableSet());
    }

    /** Adds everything to a builder, beside the root fields that are written as code. */
    public GraphQLSchema.Builder addTo(GraphQLSchema.Builder builder, GraphQLSchema codeFirst) {
        builder.query(root(SchemaDraft.QUERY, codeFirst.getQueryType()));
        GraphQLObjectType mutation = root(SchemaDraft.MUTATION, codeFirst.getMutationType());
        if (!mutation.getFieldDefinitions().isEmpty()) {
            builder.mutation(mutation);
        }
        return builder.additionalTypes(draft.types().collect(Collectors.toSet()))
                .additionalDirectives(draft.directives());
    }

    private GraphQLObjectType root(String name, @Nullable GraphQLObjectType codeFirst) {
        GraphQLObjectType.Builder root = GraphQLObjectType.newObject().name(name);
        draft.rootFields(name).forEach(root::field);
        if (codeFirst != null) {
            codeFirst.getFieldDefinitions().forEach(root::field);
        }
        return root.build();
    }
}
