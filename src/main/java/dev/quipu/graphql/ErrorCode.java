package dev.quipu.graphql;

import org.jspecify.annotations.Nullable;

/** What kind of error a client meets; it stands in {@code errors[].extensions.code}. The list is closed. */
public enum ErrorCode {
    BAD_USER_INPUT,
    UNAUTHENTICATED,
    FORBIDDEN,
    NOT_FOUND,
    UNIQUE_VIOLATION,
    REFERENCE_VIOLATION,
    CONSTRAINT_VIOLATION,
    VERSION_CONFLICT,
    IDEMPOTENCY_CONFLICT,
    TOO_MANY_ROWS,
    QUERY_TOO_COMPLEX,
    OPERATION_NOT_ALLOWED,
    RATE_LIMITED,
    SERIALIZATION_RETRY,
    ROLLED_BACK,
    INTERNAL;

    /** Whether the same request may succeed later; null where nobody knows. */
    @Nullable
    Boolean retryable() {
        return switch (this) {
            case SERIALIZATION_RETRY, RATE_LIMITED -> true;
            case INTERNAL -> null;
            default -> false;
        };
    }
}
