package dev.quipu.db.version;

/** A way between two versions that is not gone; the message is all that the reader needs to put it right. */
public class SchemaVersionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SchemaVersionException(String message) {
        super(message);
    }

    SchemaVersionException(String message, Throwable cause) {
        super(message, cause);
    }
}
