package dev.quipu.mutation;

/** Another transaction kept a row for longer than an operation waits, see {@link LockSettings}; nothing was stored. */
public final class WaitedTooLongException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WaitedTooLongException(Throwable cause) {
        super(
                "Another transaction keeps a row that this operation needs; nothing was stored, so send the operation again",
                cause);
    }
}
