package dev.quipu.graphql;

import static dev.quipu.security.Right.Fixed.ALWAYS;

import dev.quipu.account.LoginOffException;
import dev.quipu.account.PasswordRefusedException;
import dev.quipu.account.TooManyAttemptsException;
import dev.quipu.graphql.fetch.InputProblemException;
import dev.quipu.graphql.limit.TooMuchException;
import dev.quipu.mutation.ContentionException;
import dev.quipu.mutation.IdempotencyConflictException;
import dev.quipu.mutation.MutationRefusedException;
import dev.quipu.mutation.WaitedTooLongException;
import dev.quipu.query.ReadTooLongException;
import dev.quipu.query.RefusedInputException;
import dev.quipu.rule.OperationRefusedException;
import dev.quipu.rule.RuleViolationException;
import dev.quipu.rule.Violation;
import dev.quipu.security.Access;
import dev.quipu.security.Action;
import dev.quipu.security.ForbiddenException;
import dev.quipu.security.UnauthenticatedException;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.parser.InvalidSyntaxException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The one place where exceptions and the errors of libraries become errors with a code. What is unknown here stays inside. */
public final class ErrorMapping {

    private static final Logger LOG = Logger.getLogger(ErrorMapping.class);

    private ErrorMapping() {}

    /** What an exception tells the client: one error, or all violations of a transaction. */
    public static List<? extends GraphQLError> of(Throwable thrown) {
        Throwable cause = unwrapped(thrown);
        if (cause instanceof MutationRefusedException refused) {
            return refused.refusals().stream().map(RefusalErrors::of).toList();
        }
        if (cause instanceof ContentionException || cause instanceof WaitedTooLongException) {
            return List.of(RefusalErrors.contention(String.valueOf(cause.getMessage())));
        }
        if (cause instanceof IdempotencyConflictException) {
            return List.of(new CodedError(ErrorCode.IDEMPOTENCY_CONFLICT, String.valueOf(cause.getMessage())));
        }
        if (cause instanceof InputProblemException problem) {
            return List.of(RefusalErrors.badInput(String.valueOf(problem.getMessage()), problem.path()));
        }
        if (cause instanceof RefusedInputException) {
            return List.of(new CodedError(ErrorCode.BAD_USER_INPUT, String.valueOf(cause.getMessage())));
        }
        if (cause instanceof RefusedOperationException refused) {
            return List.of(refused.error());
        }
        if (cause instanceof InvalidSyntaxException syntax) {
            return List.of(SyntaxErrors.of(syntax));
        }
        if (cause instanceof TooMuchException || cause instanceof ReadTooLongException) {
            return List.of(new CodedError(ErrorCode.QUERY_TOO_COMPLEX, String.valueOf(cause.getMessage())));
        }
        if (cause instanceof UnauthenticatedException) {
            return List.of(new CodedError(ErrorCode.UNAUTHENTICATED, String.valueOf(cause.getMessage())));
        }
        if (cause instanceof LoginOffException) {
            return List.of(new CodedError(ErrorCode.OPERATION_NOT_ALLOWED, String.valueOf(cause.getMessage())));
        }
        if (cause instanceof PasswordRefusedException) {
            return List.of(new CodedError(ErrorCode.BAD_USER_INPUT, String.valueOf(cause.getMessage())));
        }
        if (cause instanceof TooManyAttemptsException tooMany) {
            return List.of(new CodedError(
                    ErrorCode.RATE_LIMITED,
                    String.valueOf(cause.getMessage()),
                    null,
                    null,
                    Map.of(CodedError.RETRY_AFTER, tooMany.pause().toSeconds())));
        }
        if (cause instanceof ForbiddenException) {
            return List.of(new CodedError(ErrorCode.FORBIDDEN, String.valueOf(cause.getMessage())));
        }
        if (cause instanceof RuleViolationException violated) {
            return violated.violations().stream().map(ErrorMapping::of).toList();
        }
        if (cause instanceof OperationRefusedException) {
            return List.of(new CodedError(ErrorCode.CONSTRAINT_VIOLATION, String.valueOf(cause.getMessage())));
        }
        if (cause instanceof GraphQLError error) {
            // graphql-java looks at arguments when somebody asks for them, and throws what is wrong with them
            return List.of(coded(error));
        }
        return List.of(
                waitedForAConnection(cause)
                        ? new CodedError(
                                ErrorCode.RATE_LIMITED,
                                "All connections to the database are in use; send the request again in a moment.")
                        : unexpected(cause));
    }

    /** The pool's exception has neither a type nor an SQL state of its own. */
    private static boolean waitedForAConnection(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException
                    && String.valueOf(cause.getMessage()).contains("acquisition timeout")) {
                return true;
            }
        }
        return false;
    }

    /** An error of graphql-java, with a code. */
    static GraphQLError coded(GraphQLError error) {
        if (error instanceof CodedError) {
            return error;
        }
        ErrorCode code = code(error);
        if (code == ErrorCode.INTERNAL) {
            LOG.errorf("a result that the schema does not allow: %s", error.getMessage());
        }
        return new CodedError(code, Wording.plain(error.getMessage())).at(error.getPath(), error.getLocations());
    }

    private static ErrorCode code(GraphQLError error) {
        if (error.getErrorType() == ErrorType.ExecutionAborted) {
            return error.getMessage().contains("exceeded") ? ErrorCode.QUERY_TOO_COMPLEX : ErrorCode.BAD_USER_INPUT;
        }
        boolean execution = error.getErrorType() == ErrorType.DataFetchingException
                || error.getErrorType() == ErrorType.NullValueInNonNullableField;
        return execution ? ErrorCode.INTERNAL : ErrorCode.BAD_USER_INPUT;
    }

    private static Throwable unwrapped(Throwable thrown) {
        return thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
    }

    /** The same for somebody who may not see all that a rule reads: then only the rule is named. */
    static List<? extends GraphQLError> of(Throwable thrown, @Nullable Access access) {
        return unwrapped(thrown) instanceof RuleViolationException violated
                ? violated.violations().stream()
                        .map(violation -> isOpen(violation, access) ? of(violation) : closed(violation))
                        .toList()
                : of(thrown);
    }

    private static boolean isOpen(Violation violation, @Nullable Access access) {
        return access != null
                && access.rows(violation.entity(), Action.READ) == ALWAYS
                && violation.values().keySet().stream()
                        .allMatch(name -> access.attribute(violation.entity(), name, Action.READ) == ALWAYS);
    }

    private static CodedError closed(Violation violation) {
        return new CodedError(
                ErrorCode.CONSTRAINT_VIOLATION,
                violation.rule() + " would not hold, because of data that you may not see.",
                null,
                null,
                Map.of("rule", violation.rule()));
    }

    private static CodedError of(Violation violation) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("rule", violation.rule());
        details.put("entity", violation.entity());
        details.put("id", String.valueOf(violation.id()));
        details.put("fields", violation.attributes());
        details.put("values", Printed.values(violation.values()));
        return new CodedError(ErrorCode.CONSTRAINT_VIOLATION, violation.message(), null, null, details);
    }

    /** The client learns a number, under which the log has the rest. */
    private static CodedError unexpected(Throwable cause) {
        String correlationId = UUID.randomUUID().toString();
        LOG.errorf(cause, "unexpected fault, told to the client as %s", correlationId);
        return new CodedError(
                ErrorCode.INTERNAL,
                "Something went wrong on our side; report correlation id " + correlationId + ".",
                null,
                null,
                Map.of("correlationId", correlationId));
    }
}
