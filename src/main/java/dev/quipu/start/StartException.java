package dev.quipu.start;

/** Quipu cannot start, for a reason outside its code; the message is all that the reader needs to put it right. */
final class StartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StartException(String message) {
        super(message);
    }
}
