package dev.quipu.graphql;

import dev.quipu.graphql.code.CodeFetchers;
import dev.quipu.graphql.code.Gates;
import dev.quipu.graphql.fetch.CodeFieldNames;
import dev.quipu.graphql.fetch.RootFetchers;
import dev.quipu.graphql.fetch.Writes;
import dev.quipu.graphql.limit.Complexity;
import dev.quipu.graphql.schema.CodeField;
import dev.quipu.graphql.schema.CodeFieldReader;
import dev.quipu.graphql.schema.DerivedSchema;
import dev.quipu.graphql.schema.Published;
import dev.quipu.graphql.schema.ScalarTypes;
import dev.quipu.model.Model;
import dev.quipu.security.Policy;
import dev.quipu.security.Viewers;
import graphql.GraphQL;
import graphql.schema.DataFetcher;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLSchema;
import io.quarkus.arc.All;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.graphql.cdi.producer.GraphQLProducer;
import io.smallrye.graphql.execution.ExecutionService;
import io.smallrye.graphql.schema.model.Schema;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Puts the derived schema into SmallRye's endpoint. SmallRye builds its own schema before the entities are mapped; once they are,
 * it builds again, and this time {@link SchemaBuilding} finds a derived schema to add.
 */
@Singleton
class Hosting {

    private static final Logger LOG = Logger.getLogger(Hosting.class);

    private final Viewers viewers;
    private final Writes writes;
    private final Complexity complexity;
    private @Nullable DerivedSchema derived;
    private @Nullable Gates gates;
    private @Nullable Policy policy;
    private List<RootFetchers> fetchers = List.of();

    @Inject
    Hosting(Viewers viewers, Writes writes, Complexity complexity) {
        this.viewers = viewers;
        this.writes = writes;
        this.complexity = complexity;
    }

    void derive(
            @Observes @Priority(10) StartupEvent started,
            Model model,
            Policy grants,
            @All List<RootFetchers> rootFetchers,
            CodeFetchers code,
            CodeFieldNames codeFieldNames,
            Schema codeFirst,
            GraphQLProducer producer) {
        List<CodeField> codeFields = CodeFieldReader.read(model, CodeFetchers.apis());
        codeFieldNames.set(codeFields);
        derived = new DerivedSchema(model, codeFields);
        fetchers = rootFetchers;
        policy = checked(grants, codeFields);
        ScalarTypes.replaceStock();
        code.fit(codeFirst, derived.types());
        gates = new Gates(codeFirst);
        producer.initialize();
    }

    private static Policy checked(Policy grants, List<CodeField> codeFields) {
        grants.requireKnownNames(codeFields.stream()
                .collect(Collectors.groupingBy(
                        field -> field.entity().name(), Collectors.mapping(CodeField::name, Collectors.toSet()))));
        if (!grants.closed().isEmpty()) {
            LOG.warnf("Nobody may read %s: no @Grant opens them.", String.join(", ", grants.closed()));
        }
        return grants;
    }

    void addDerived(@Observes GraphQLSchema.Builder builder) {
        Gates entrances = gates;
        if (derived == null || entrances == null) {
            EarlySchema.reduce(builder);
            return;
        }
        derived.addTypesTo(builder);
        GraphQLSchema codeFirst = builder.build();
        GraphQLCodeRegistry registry = codeFirst.getCodeRegistry().transform(registrations -> {
            fetchers.forEach(some -> some.register(registrations));
            entrances.close(registrations, codeFirst);
            registrations.dataFetcher(FieldCoordinates.coordinates("__Schema", "directives"), (DataFetcher<?>)
                    environment -> Published.directives(environment.getGraphQLSchema()));
        });
        Stream.of("Query", "Mutation").forEach(root -> requireFetchers(root, derived.rootFields(root), registry));
        derived.addRootsTo(builder, codeFirst).codeRegistry(registry);
    }

    private static void requireFetchers(String root, Set<String> fields, GraphQLCodeRegistry registry) {
        List<String> unanswered = fields.stream()
                .filter(field -> !registry.hasDataFetcher(FieldCoordinates.coordinates(root, field)))
                .sorted()
                .toList();
        if (!unanswered.isEmpty()) {
            throw new IllegalStateException("API-103 " + root + " has " + unanswered
                    + ", which nothing answers. Register them in a bean of type RootFetchers.");
        }
    }

    void addStrategies(@Observes GraphQL.Builder builder) {
        if (policy == null) {
            return; // nobody is ever answered by the early schema
        }
        Admission admission = new Admission(viewers, policy, complexity);
        builder.queryExecutionStrategy(new QueryStrategy(admission))
                .mutationExecutionStrategy(new MutationStrategy(admission, writes))
                .defaultDataFetcherExceptionHandler(new FetchFaults());
    }

    /** The endpoints look this bean up by type, which the build does not see. */
    @Produces
    @Unremovable
    @Singleton
    @Alternative
    @Priority(1)
    ExecutionService execution(GraphQLSchema schema, Schema codeFirst, Entrance entrance) {
        return new GuardedExecution(schema, codeFirst, entrance);
    }
}
