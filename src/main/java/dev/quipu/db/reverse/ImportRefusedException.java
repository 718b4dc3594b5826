package dev.quipu.db.reverse;

/** Nothing can be imported; the message says why and what to do. */
public final class ImportRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ImportRefusedException(String message) {
        super(message);
    }
}
