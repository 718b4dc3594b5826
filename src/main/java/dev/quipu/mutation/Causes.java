package dev.quipu.mutation;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Looks behind exceptions. */
final class Causes {

    private Causes() {}

    /** The exception itself or the nearest of that type behind it. */
    static <E extends Throwable> @Nullable E find(Throwable failure, Class<E> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }

    /** The SQL state of the statement that failed; a failed batch tells it in the next exception. */
    static String state(SQLException failure) {
        SQLException next = failure.getNextException();
        String state = (next == null ? failure : next).getSQLState();
        return state == null ? "" : state;
    }
}
