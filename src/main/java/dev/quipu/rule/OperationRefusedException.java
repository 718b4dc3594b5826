package dev.quipu.rule;

/**
 * Thrown by code of the application to refuse what it was asked for. Whoever asked reads the message, under the code
 * {@code CONSTRAINT_VIOLATION}; nothing of the operation is stored. What any other exception says stays inside.
 *
 * <pre>{@code throw new OperationRefusedException("Order 7 is shipped already");}</pre>
 */
public class OperationRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message for the client; it names no class and no table */
    public OperationRefusedException(String message) {
        super(message);
    }

    public OperationRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
