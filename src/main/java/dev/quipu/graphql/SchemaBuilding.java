package dev.quipu.graphql;

import graphql.GraphQL;
import graphql.schema.GraphQLSchema;
import io.quarkus.arc.Arc;
import io.smallrye.graphql.spi.EventingService;
import org.jspecify.annotations.Nullable;

/**
 * Lets {@link Hosting} take part while SmallRye builds its schema. SmallRye finds it as a service. Its CDI events would tell the same,
 * but when they are on, several are fired for each request.
 */
public final class SchemaBuilding implements EventingService {

    @Override
    public GraphQLSchema.Builder beforeSchemaBuild(GraphQLSchema.Builder builder) {
        hosting().addDerived(builder);
        return builder;
    }

    @Override
    public GraphQL.Builder beforeGraphQLBuild(GraphQL.Builder builder) {
        hosting().addStrategies(builder);
        return builder;
    }

    private static Hosting hosting() {
        return Arc.container().instance(Hosting.class).get();
    }

    /** Null: whatever the configuration says, it is there. */
    @Override
    public @Nullable String getConfigKey() {
        return null;
    }
}
