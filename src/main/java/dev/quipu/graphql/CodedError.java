package dev.quipu.graphql;

import graphql.ErrorClassification;
import graphql.GraphQLError;
import graphql.GraphqlErrorHelper;
import graphql.language.SourceLocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error as clients see it.
 *
 * @param details what stands beside the code in {@code extensions}
 */
public record CodedError(
        ErrorCode code,
        String message,
        @Nullable List<Object> path,
        @Nullable List<SourceLocation> locations,
        Map<String, Object> details)
        implements GraphQLError {

    /** What stands beside the code where only time will help: how long to wait, in seconds. */
    public static final String RETRY_AFTER = "retryAfter";

    /** An error that needs no more than its code. */
    public CodedError(ErrorCode code, String message) {
        this(code, message, null, null, Map.of());
    }

    CodedError at(@Nullable List<Object> where, @Nullable List<SourceLocation> lines) {
        return new CodedError(code, message, where, lines, details);
    }

    @Override
    public String getMessage() {
        return message;
    }

    @Override
    public @Nullable List<Object> getPath() {
        return path;
    }

    @Override
    public @Nullable List<SourceLocation> getLocations() {
        return locations;
    }

    @Override
    public ErrorClassification getErrorType() {
        return ErrorClassification.errorClassification(code.name());
    }

    @Override
    public Map<String, Object> getExtensions() {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("code", code.name());
        if (code.retryable() != null) {
            extensions.put("retryable", code.retryable());
        }
        extensions.putAll(details);
        return extensions;
    }

    /** Without the classification that graphql-java adds: the code says it. */
    @Override
    public Map<String, Object> toSpecification() {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", message);
        if (locations != null && !locations.isEmpty()) {
            error.put("locations", GraphqlErrorHelper.locations(locations));
        }
        if (path != null) {
            error.put("path", path);
        }
        error.put("extensions", getExtensions());
        return error;
    }
}
