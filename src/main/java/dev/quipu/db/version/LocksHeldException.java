package dev.quipu.db.version;

/** A statement of a migration did not get its lock in time: its changeset is rolled back, and can be tried again. */
final class LocksHeldException extends SchemaVersionException {

    private static final long serialVersionUID = 1L;

    LocksHeldException(String message, Throwable cause) {
        super(message, cause);
    }
}
