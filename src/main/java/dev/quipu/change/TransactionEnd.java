package dev.quipu.change;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import java.util.function.Consumer;
import org.hibernate.event.spi.EventSource;

/** The end of a session's transaction. */
public final class TransactionEnd {

    private TransactionEnd() {}

    /**
     * Runs the first action before the transaction commits, after Hibernate's last flush; an exception rolls it back. Runs the second
     * when it has ended either way, and tells it whether it was committed, unless its session was closed before.
     *
     * <p>Not a callback of Hibernate's action queue: that one would log a warning for each transaction that is rolled back.
     */
    public static void register(EventSource session, Runnable beforeCommit, Consumer<Boolean> afterwards) {
        session.getTransactionCoordinator().getLocalSynchronizations().registerSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                beforeCommit.run();
            }

            @Override
            public void afterCompletion(int status) {
                afterwards.accept(status == Status.STATUS_COMMITTED);
            }
        });
    }
}
