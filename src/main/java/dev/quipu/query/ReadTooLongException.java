package dev.quipu.query;

/** A statement took longer than it may, and was cancelled. */
public final class ReadTooLongException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ReadTooLongException(int secondsMax, Throwable cause) {
        super(
                "The database was not done within " + secondsMax
                        + " s; ask for fewer rows, or filter and order by attributes that have an index. (quipu.limit.statement)",
                cause);
    }
}
