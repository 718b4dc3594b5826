package dev.quipu.mutation;

/** Other transactions got in the way; the same operation may succeed when it is sent again. */
public final class ContentionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ContentionException(Throwable cause) {
        super(
                "Other transactions changed the same rows at the same time; nothing was stored, so send the operation again",
                cause);
    }
}
