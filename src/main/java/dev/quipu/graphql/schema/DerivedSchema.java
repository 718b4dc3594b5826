package dev.quipu.graphql.schema;

import dev.quipu.model.Model;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The schema that follows from the entities.
 *
 * <pre>{@code new DerivedSchema(model, codeFields).addRootsTo(builder, codeFirst)}</pre>
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
            new AccountFields(),
            new OperationDirectives());

    private final SchemaDraft draft;
    private final Map<String, GraphQLNamedType> types;

    /**
     * Derives it.
     *
     * @param code the fields of entities that code computes
     * @throws IllegalStateException with all attributes that have no place in the API
     */
    public DerivedSchema(Model model, List<CodeField> code) {
        draft = new SchemaDraft(new Shown(model));
        List<SchemaAspect> aspects = new ArrayList<>(ASPECTS);
        aspects.add(new CodeFields(code));
        aspects.forEach(aspect -> aspect.shared(draft));
        for (SchemaAspect aspect : aspects) {
            draft.shown().entities().forEach(entity -> aspect.entity(entity, draft));
        }
        aspects.forEach(aspect -> aspect.finish(draft));
        types = draft.types().collect(Collectors.toUnmodifiableMap(GraphQLNamedType::getName, Function.identity()));
    }

    public Shown shown() {
        return draft.shown();
    }

    /** The derived types by their names, the roots excepted. */
    public Map<String, GraphQLNamedType> types() {
        return types;
    }

    /** The names of the derived fields of {@code Query} or {@code Mutation}. */
    public Set<String> rootFields(String root) {
        return draft.rootFields(root).map(GraphQLFieldDefinition::getName).collect(Collectors.toUnmodifiableSet());
    }

    /** Adds the types to a builder, so that the root fields that are written as code find them. */
    public void addTypesTo(GraphQLSchema.Builder builder) {
        builder.additionalTypes(Set.copyOf(types.values())).additionalDirectives(draft.directives());
    }

    /** Adds the root fields, beside those that are written as code. */
    public GraphQLSchema.Builder addRootsTo(GraphQLSchema.Builder builder, GraphQLSchema codeFirst) {
        builder.query(root(SchemaDraft.QUERY, codeFirst.getQueryType()));
        GraphQLObjectType mutation = root(SchemaDraft.MUTATION, codeFirst.getMutationType());
        if (!mutation.getFieldDefinitions().isEmpty()) {
            builder.mutation(mutation);
        }
        return builder;
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
