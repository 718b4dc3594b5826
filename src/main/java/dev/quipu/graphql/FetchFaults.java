package dev.quipu.graphql;

import dev.quipu.security.Access;
import graphql.GraphQLError;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Turns what a root field throws into errors at its place. */
final class FetchFaults implements DataFetcherExceptionHandler {

    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
            DataFetcherExceptionHandlerParameters parameters) {
        List<Object> path = parameters.getPath().toList();
        Access access =
                parameters.getDataFetchingEnvironment().getGraphQlContext().get(Access.class);
        List<GraphQLError> errors = ErrorMapping.of(parameters.getException(), access).stream()
                .<GraphQLError>map(error -> error instanceof CodedError coded
                        ? coded.at(path, List.of(parameters.getSourceLocation()))
                        : error)
                .toList();
        return CompletableFuture.completedFuture(
                DataFetcherExceptionHandlerResult.newResult().errors(errors).build());
    }
}
