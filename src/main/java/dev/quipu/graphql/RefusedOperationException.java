package dev.quipu.graphql;

/** An operation that is refused with an error that is complete. */
public final class RefusedOperationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient CodedError error;

    public RefusedOperationException(CodedError error) {
        super(error.getMessage(), null, false, false);
        this.error = error;
    }

    CodedError error() {
        return error;
    }
}
