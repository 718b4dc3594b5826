package dev.quipu.change;

import jakarta.transaction.Synchronization;
import org.hibernate.event.spi.EventSource;

/** The end of a session's transaction. */
public final class TransactionEnd {

    private TransactionEnd() {}

    /**
     * Runs the first action before the transaction commits, after Hibernate's last flush; an exception rolls it back. Runs the second
     * when it has ended either way, unless its session was closed before.
     *
     * <p>Not a callback of Hibernate's action queue: that one would log a warning for each transaction that is rolled back.
     */
    public static void register(EventSource session, Runnable beforeCommit, Runnable afterwards) {
        session.getTransactionCoordinator().getLocalSynchronizations().registerSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                beforeCommit.run();
            }

            @Override
            public void afterCompletion(int status) {
                afterwards.run();
            }
        });
    }
}
