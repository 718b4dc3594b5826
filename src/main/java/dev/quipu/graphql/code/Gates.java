package dev.quipu.graphql.code;

import static graphql.schema.FieldCoordinates.coordinates;

import dev.quipu.graphql.fetch.MutationPlanner;
import dev.quipu.security.Access;
import dev.quipu.security.Acting;
import dev.quipu.security.ForbiddenException;
import dev.quipu.security.Viewer;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import io.smallrye.graphql.execution.datafetcher.helper.OperationInvoker;
import io.smallrye.graphql.schema.model.NamespaceContainer;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Schema;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every operation that is written as code, and lets in whom its {@link Callers} name, before anybody looks at arguments.
 * What the code changes, and which rows it looks at, is the code's own responsibility: grants do not restrict it. What it returns of
 * entities is read as whoever asks may read it.
 */
public final class Gates {

    private static final Logger LOG = Logger.getLogger(Gates.class);

    private final Schema codeFirst;
    private final List<String> closed = new ArrayList<>();

    public Gates(Schema codeFirst) {
        this.codeFirst = codeFirst;
    }

    /**
     * Puts a gate before each operation.
     *
     * @param registry has what answers the operations
     * @param schema has their fields
     */
    public void close(GraphQLCodeRegistry.Builder registry, GraphQLSchema schema) {
        closed.clear();
        close(registry, schema.getQueryType(), codeFirst.getQueries(), codeFirst.getNamespacedQueries());
        close(registry, schema.getMutationType(), codeFirst.getMutations(), codeFirst.getNamespacedMutations());
        close(registry, schema.getSubscriptionType(), codeFirst.getSubscriptions(), Map.of());
        if (!closed.isEmpty()) {
            LOG.warnf("nobody may call %s: say who, with @RolesAllowed, @PermitAll or @DenyAll", closed);
        }
    }

    private void close(
            GraphQLCodeRegistry.Builder registry,
            @Nullable GraphQLObjectType type,
            Collection<Operation> operations,
            Map<String, NamespaceContainer> namespaces) {
        if (type == null) {
            return;
        }
        for (Operation operation : operations) {
            GraphQLFieldDefinition field = Objects.requireNonNull(type.getField(operation.getName()));
            DataFetcher<?> open = registry.getDataFetcher(coordinates(type, field), field);
            registry.dataFetcher(coordinates(type, field), gate(type, operation, open));
        }
        for (NamespaceContainer namespace : namespaces.values()) {
            GraphQLFieldDefinition field = type.getField(namespace.getName()); // none if it is empty
            if (field != null) {
                GraphQLObjectType inner = (GraphQLObjectType) GraphQLTypeUtil.unwrapAll(field.getType());
                close(registry, inner, namespace.getOperations(), namespace.getContainer());
            }
        }
    }

    private DataFetcher<?> gate(GraphQLObjectType type, Operation operation, DataFetcher<?> open) {
        String name = type.getName() + "." + operation.getName();
        Method method = new OperationInvoker(operation).getMethod();
        Callers callers = Callers.of(method);
        if (!callers.stated()) {
            closed.add(name + " (" + operation.getClassName() + "." + operation.getMethodName() + ")");
        }
        if (open instanceof MutationPlanner planner) {
            MutationPlanner gate = environment -> {
                admitted(environment, callers, name);
                return planner.get(environment);
            };
            return gate;
        }
        return environment -> {
            try (Acting acting = Acting.as(admitted(environment, callers, name))) {
                return open.get(environment);
            }
        };
    }

    private static Viewer admitted(DataFetchingEnvironment environment, Callers callers, String name) {
        @Nullable Access access = environment.getGraphQlContext().get(Access.class); // a subscription has none
        if (access == null || !callers.include(access.viewer())) {
            throw new ForbiddenException("Calling " + name);
        }
        return access.viewer();
    }
}
