package dev.quipu.db.migrate;

/** No migration was written. The message says why, one line for each reason, and what to do. */
public final class MigrationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MigrationException(String message) {
        super(message);
    }
}
