package dev.quipu.graphql.http;

import dev.quipu.graphql.CodedError;
import dev.quipu.graphql.ErrorCode;
import dev.quipu.graphql.ErrorMapping;
import dev.quipu.graphql.GuardedExecution;
import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.GraphQLError;
import io.smallrye.graphql.execution.ExecutionResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes answers. */
final class Reply {

    private static final String RETRY_AFTER_SECONDS = "1";

    private Reply() {}

    /**
     * What was executed is a 200, whatever came of it; what was not has the status of its first error. Nothing was executed either where
     * there was no connection to the database for any part of it.
     */
    static void write(HttpServerResponse response, MediaType type, ExecutionResponse answer) {
        ExecutionResult result = answer.getExecutionResult();
        boolean executed = result.isDataPresent() && !isSentAway(result);
        int status = executed || result.getErrors().isEmpty()
                ? 200
                : status(result.getErrors().get(0));
        if (status == 429) {
            response.putHeader(
                    HttpHeaders.RETRY_AFTER,
                    String.valueOf(pause(result.getErrors().get(0))));
        }
        if (status == 405) {
            response.putHeader(HttpHeaders.ALLOW, "POST");
        }
        write(response, type, status, answer);
    }

    private static boolean isSentAway(ExecutionResult result) {
        Map<String, ?> data = result.getData();
        return !result.getErrors().isEmpty()
                && (data == null || data.values().stream().allMatch(Objects::isNull))
                && result.getErrors().stream()
                        .allMatch(error -> error instanceof CodedError coded && coded.code() == ErrorCode.RATE_LIMITED);
    }

    /** Why a request is not executed, whatever it asks. */
    static void fail(HttpServerResponse response, MediaType type, Throwable thrown) {
        write(response, type, new ExecutionResponse(new ExecutionResultImpl(List.copyOf(ErrorMapping.of(thrown)))));
    }

    static void refuse(HttpServerResponse response, MediaType type, HttpRefusedException refused) {
        CodedError error = new CodedError(refused.code(), String.valueOf(refused.getMessage()));
        write(response, type, refused.status(), new ExecutionResponse(new ExecutionResultImpl(error)));
    }

    private static void write(HttpServerResponse response, MediaType type, int status, ExecutionResponse answer) {
        if (response.ended() || response.closed()) {
            return; // the client has gone
        }
        if (status == 503) {
            response.putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        if (status == 401) {
            response.putHeader("WWW-Authenticate", "Bearer");
        }
        response.setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, type.contentType())
                .end(answer.getExecutionResultAsString());
    }

    /** How long the sender is to wait, in seconds; null where the server is to blame. */
    private static @Nullable Object pause(GraphQLError error) {
        return error instanceof CodedError coded ? coded.details().get(CodedError.RETRY_AFTER) : null;
    }

    private static int status(GraphQLError error) {
        if (!(error instanceof CodedError coded)) {
            return 500;
        }
        if (coded.details().containsKey(GuardedExecution.ALLOW)) {
            return 405;
        }
        return switch (coded.code()) {
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN, OPERATION_NOT_ALLOWED -> 403;
            case RATE_LIMITED -> pause(coded) == null ? 503 : 429;
            case INTERNAL -> 500;
            default -> 400;
        };
    }
}
