package dev.quipu.graphql;

import graphql.GraphQL;
import graphql.schema.GraphQLSchema;
import io.quarkus.arc.Arc;
import io.smallrye.graphql.spi.EventingService;
import org.jspecify.annotations.Nullable;

/**
 * Fires SmallRye's two events of the build, for {@link Hosting}. SmallRye finds it as a service. With
 * {@code quarkus.smallrye-graphql.events.enabled} SmallRye would fire these itself, and several more for each request; leave it off.
 *
 * <p>SmallRye keeps this instance over the reloads of dev mode, so it must not refer to classes of the application.
 */
public final class SchemaBuilding implements EventingService {

    @Override
    public GraphQLSchema.Builder beforeSchemaBuild(GraphQLSchema.Builder builder) {
        Arc.container().beanManager().getEvent().fire(builder);
        return builder;
    }

    @Override
    public GraphQL.Builder beforeGraphQLBuild(GraphQL.Builder builder) {
        Arc.container().beanManager().getEvent().fire(builder);
        return builder;
    }

    /** Null: whatever the configuration says, it is there. */
    @Override
    public @Nullable String getConfigKey() {
        return null;
    }
}
