package dev.quipu.query;

/** What was asked cannot be answered as it stands; the message tells the client what to change. */
public final class RefusedInputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RefusedInputException(String message) {
        super(message);
    }

    public RefusedInputException(String message, Throwable cause) {
        super(message, cause);
    }
}
