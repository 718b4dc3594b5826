package dev.quipu.mutation;

/** Other transactions, or the way to the database, got in the way; the same operation may succeed when it is sent again. */
public final class ContentionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ContentionException(Throwable cause) {
        this(
                "Other transactions changed the same rows at the same time; nothing was stored, so send the operation again",
                cause);
    }

    private ContentionException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The connection was lost, perhaps after the commit. */
    static ContentionException ofConnection(Throwable cause) {
        return new ContentionException(
                "The database could not be reached, so it is not known whether anything was stored; send the operation again"
                        + " under the same key",
                cause);
    }
}
