package dev.quipu.graphql;

import dev.quipu.query.RefusedInputException;
import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.GraphQLError;
import graphql.schema.GraphQLSchema;
import io.smallrye.graphql.execution.ExecutionResponse;
import io.smallrye.graphql.execution.ExecutionResponseWriter;
import io.smallrye.graphql.execution.ExecutionService;
import io.smallrye.graphql.execution.context.SmallRyeContextManager;
import io.smallrye.graphql.schema.model.Schema;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;

/**
 * SmallRye's execution between a guard at the entry, which refuses what would fail there without a code, and one at the exit, which
 * gives every error its code. All transports pass through here.
 */
final class GuardedExecution extends ExecutionService {

    private static final String UNPARSEABLE = "Unparseable input document";

    GuardedExecution(GraphQLSchema schema, Schema codeFirst) {
        super(schema, codeFirst);
    }

    @Override
    public void execute(
            JsonObject request, Map<String, Object> context, ExecutionResponseWriter writer, boolean async) {
        try {
            RequestGuard.check(request);
        } catch (RefusedInputException e) {
            ExecutionResult refusal = new ExecutionResultImpl(List.copyOf(ErrorMapping.of(e)));
            writer.write(new ExecutionResponse(refusal));
            return;
        }
        super.execute(request, context, coding(request, writer), async);
    }

    private static ExecutionResponseWriter coding(JsonObject request, ExecutionResponseWriter writer) {
        return new ExecutionResponseWriter() {
            @Override
            public void write(ExecutionResponse response) {
                writer.write(coded(request, response));
            }

            @Override
            public void fail(Throwable thrown) {
                writer.write(new ExecutionResponse(new ExecutionResultImpl(List.copyOf(ErrorMapping.of(thrown)))));
            }
        };
    }

    private static ExecutionResponse coded(JsonObject request, ExecutionResponse response) {
        ExecutionResult result = response.getExecutionResult();
        if (result.getErrors().isEmpty()) {
            return response;
        }
        List<GraphQLError> errors = result.getErrors().stream()
                .map(error -> error.getMessage().equals(UNPARSEABLE)
                        ? RequestGuard.syntaxError(request.getString("query"))
                        : ErrorMapping.coded(error))
                .toList();
        ExecutionResult coded = result.transform(builder -> builder.errors(errors));
        return new ExecutionResponse(
                coded, SmallRyeContextManager.getCurrentSmallRyeContext().getAddedExtensions());
    }
}
