package dev.quipu.mutation;

/** The caller has used the key for another request; nothing is stored. */
public final class IdempotencyConflictException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IdempotencyConflictException(IdempotencyKey key) {
        super("The key \"" + key.key()
                + "\" stands for another request; repeat a request unchanged, or give a new one a key of its own");
    }
}
