package dev.quipu.graphql.code;

import dev.quipu.graphql.fetch.InputProblemException;
import dev.quipu.mutation.InputPath;
import dev.quipu.rule.OperationRefusedException;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingEnvironmentImpl;
import io.smallrye.graphql.execution.datafetcher.helper.ArgumentHelper;
import io.smallrye.graphql.execution.datafetcher.helper.OperationInvoker;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.transformation.AbstractDataFetcherException;
import io.smallrye.mutiny.Uni;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.graphql.GraphQLException;
import org.jspecify.annotations.Nullable;

/** Calls the method behind an operation, with the arguments as SmallRye would make them. */
final class Invocation {

    private final Operation operation;
    private final OperationInvoker invoker;
    private final ArgumentHelper arguments;

    Invocation(Operation operation) {
        this.operation = operation;
        this.invoker = new OperationInvoker(operation);
        this.arguments = new ArgumentHelper(operation.getArguments());
    }

    /**
     * What the method returns, waited for if it comes later; the elements of an array as a list.
     *
     * @param entities arguments that take the place of those in the request
     */
    @Nullable
    Object call(DataFetchingEnvironment environment, Map<String, Object> entities) throws Exception {
        DataFetchingEnvironment replaced = DataFetchingEnvironmentImpl.newDataFetchingEnvironment(environment)
                .arguments(entities)
                .build();
        try (RequestScope scope = RequestScope.enter(operation, replaced)) {
            return settled(invoker.invoke(arguments.getArguments(replaced).toArray()));
        } catch (GraphQLException e) {
            throw new OperationRefusedException(String.valueOf(e.getMessage()), e);
        } catch (AbstractDataFetcherException e) {
            throw new InputProblemException(
                    InputPath.of(), "An argument of " + operation.getName() + " has a value that it does not take");
        }
    }

    private static @Nullable Object settled(@Nullable Object returned) {
        if (returned instanceof Uni<?> later) {
            return settled(later.await().indefinitely());
        } else if (returned instanceof CompletionStage<?> later) {
            return settled(later.toCompletableFuture().join());
        } else if (returned instanceof Optional<?> optional) {
            return optional.orElse(null);
        }
        return returned instanceof Object[] array ? Arrays.asList(array) : returned;
    }
}
