package dev.quipu.graphql;

import dev.quipu.graphql.limit.Turnstile;
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
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * SmallRye's execution between a guard at the entry, which refuses what should not be executed, and one at the exit, which gives
 * every error its code. All transports pass through here.
 */
public final class GuardedExecution extends ExecutionService {

    /** A transport that may only ask puts this into the context. */
    public static final String ONLY_QUERIES = "quipu.only-queries";

    /** Where an error says which method of HTTP would have been allowed. */
    public static final String ALLOW = "allow";

    private final Entrance entrance;

    GuardedExecution(GraphQLSchema schema, Schema codeFirst, Entrance entrance) {
        super(schema, codeFirst);
        this.entrance = entrance;
    }

    @Override
    public void execute(
            JsonObject request, Map<String, Object> context, ExecutionResponseWriter writer, boolean async) {
        if (!entrance.turnstile().enter()) {
            writer.write(refusal(List.of(Entrance.FULL)));
            return;
        }
        ExecutionResponseWriter coding = new Coding(writer, entrance.turnstile());
        try {
            super.execute(entrance.admitted(request, context.containsKey(ONLY_QUERIES)), context, coding, async);
        } catch (RuntimeException e) {
            coding.fail(e);
        }
    }

    private static ExecutionResponse refusal(List<? extends GraphQLError> errors) {
        return new ExecutionResponse(new ExecutionResultImpl(List.copyOf(errors)));
    }

    /** Gives errors their codes, and the request's place in the turnstile to the next, once. */
    private static final class Coding implements ExecutionResponseWriter {

        private final ExecutionResponseWriter writer;
        private final Turnstile turnstile;
        private final AtomicBoolean left = new AtomicBoolean();

        Coding(ExecutionResponseWriter writer, Turnstile turnstile) {
            this.writer = writer;
            this.turnstile = turnstile;
        }

        @Override
        public void write(ExecutionResponse response) {
            leave();
            writer.write(coded(response));
        }

        @Override
        public void fail(Throwable thrown) {
            leave();
            writer.write(refusal(ErrorMapping.of(thrown)));
        }

        private void leave() {
            if (left.compareAndSet(false, true)) {
                turnstile.leave();
            }
        }

        private static ExecutionResponse coded(ExecutionResponse response) {
            ExecutionResult result = response.getExecutionResult();
            if (result.getErrors().isEmpty()) {
                return response;
            }
            List<GraphQLError> errors =
                    result.getErrors().stream().map(ErrorMapping::coded).toList();
            ExecutionResult coded = result.transform(builder -> builder.errors(errors));
            return new ExecutionResponse(
                    coded, SmallRyeContextManager.getCurrentSmallRyeContext().getAddedExtensions());
        }
    }
}
