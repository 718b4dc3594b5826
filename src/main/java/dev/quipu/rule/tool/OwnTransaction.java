package dev.quipu.rule.tool;

import java.util.Set;
import java.util.function.Function;
import org.hibernate.JDBCException;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.jspecify.annotations.Nullable;

/** Does work in a session and a transaction of its own, and again when the database chose it as the victim of a conflict. */
final class OwnTransaction {

    private static final int MOST_ATTEMPTS = 8;

    /** Serialization failure and deadlock: nothing was done, and another attempt may succeed. */
    private static final Set<String> CONFLICTS = Set.of("40001", "40P01");

    private final SessionFactory sessionFactory;

    OwnTransaction(SessionFactory sessionFactory) {
        this.sessionFactory = sessionFactory;
    }

    /** @throws IllegalStateException if the caller is in a transaction */
    <T> T call(Function<Session, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return sessionFactory.fromSession(session -> inTransaction(session, work));
            } catch (RuntimeException problem) {
                if (attempt == MOST_ATTEMPTS || !isConflict(problem)) {
                    throw problem;
                }
            }
        }
    }

    private static <T> T inTransaction(Session session, Function<Session, T> work) {
        if (session.unwrap(SharedSessionContractImplementor.class).isTransactionInProgress()) {
            throw new IllegalStateException(
                    "Rules are verified and repaired in transactions of their own, and this call is in one"
                            + " already. Call it before that transaction or after it.");
        }
        return session.fromTransaction(transaction -> work.apply(session));
    }

    private static boolean isConflict(@Nullable Throwable problem) {
        if (problem instanceof JDBCException jdbc && CONFLICTS.contains(String.valueOf(jdbc.getSQLState()))) {
            return true;
        }
        return problem != null && isConflict(problem.getCause());
    }
}
