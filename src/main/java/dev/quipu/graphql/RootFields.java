package dev.quipu.graphql;

import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.MergedField;
import graphql.introspection.Introspection;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The root fields of an operation but {@code __typename}, and what answers them.
 *
 * @param type {@code Query} or {@code Mutation}
 */
record RootFields(GraphQLSchema schema, GraphQLObjectType type, List<MergedField> fields) {

    static RootFields of(ExecutionContext context, ExecutionStrategyParameters parameters) {
        List<MergedField> fields = parameters.getFields().getSubFieldsList().stream()
                .filter(field -> !field.getName().equals(Introspection.TypeNameMetaFieldDef.getName()))
                .toList();
        return new RootFields(
                context.getGraphQLSchema(),
                (GraphQLObjectType) parameters.getExecutionStepInfo().getUnwrappedNonNullType(),
                fields);
    }

    boolean allMatch(Class<? extends DataFetcher<?>> fetchers) {
        return fields.stream().allMatch(field -> isAnsweredBy(fetchers, field));
    }

    boolean anyMatch(Class<? extends DataFetcher<?>> fetchers) {
        return fields.stream().anyMatch(field -> isAnsweredBy(fetchers, field));
    }

    private boolean isAnsweredBy(Class<? extends DataFetcher<?>> fetchers, MergedField field) {
        @Nullable GraphQLFieldDefinition definition = type.getFieldDefinition(field.getName());
        return definition != null // introspection
                && fetchers.isInstance(schema.getCodeRegistry().getDataFetcher(type, definition));
    }
}
