package dev.quipu.mutation;

import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks behind exceptions. */
final class Causes {

    private Causes() {}

    /** The exception itself or the nearest of that type behind it; a failed commit tells its reason among the suppressed ones. */
    static <E extends Throwable> @Nullable E find(Throwable failure, Class<E> type) {
        return find(failure, type, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static <E extends Throwable> @Nullable E find(
            @Nullable Throwable failure, Class<E> type, Set<Throwable> seen) {
        if (failure == null || !seen.add(failure)) {
            return null;
        }
        if (type.isInstance(failure)) {
            return type.cast(failure);
        }
        E found = find(failure.getCause(), type, seen);
        for (Throwable suppressed : failure.getSuppressed()) {
            found = found == null ? find(suppressed, type, seen) : found;
        }
        return found;
    }

    /** The SQL state of the statement that failed; a failed batch tells it in the next exception. */
    static String state(SQLException failure) {
        SQLException next = failure.getNextException();
        String state = (next == null ? failure : next).getSQLState();
        return state == null ? "" : state;
    }
}
