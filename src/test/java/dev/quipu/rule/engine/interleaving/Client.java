package dev.quipu.rule.engine.interleaving;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;

/** One of the two sessions: at its turn it takes its next step, in a thread of its own. */
final class Client implements AutoCloseable {

    private final String name;
    private final Session session;
    private final int pid;
    private final ExecutorService thread;
    private final List<String> trace;
    private final Deque<Step> turns = new ArrayDeque<>();
    private List<Runnable> prepared = List.of();
    private @Nullable Future<?> running;
    private boolean waits;
    private @Nullable Outcome outcome;

    Client(String name, SessionFactory sessionFactory, ExecutorService thread, List<String> trace) {
        this.name = name;
        this.thread = thread;
        this.trace = trace;
        session = sessionFactory.openSession();
        session.beginTransaction();
        pid = session.doReturningWork(Client::begin);
    }

    private static int begin(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set local deadlock_timeout = '10ms'");
            var row = statement.executeQuery("select pg_backend_pid()");
            row.next();
            return row.getInt(1);
        }
    }

    Session session() {
        return session;
    }

    int pid() {
        return pid;
    }

    List<Runnable> prepared() {
        return prepared;
    }

    void prepare(List<Runnable> found) {
        prepared = found;
    }

    /** How it ended; a session without steps finds nothing. */
    Outcome outcome() {
        return Objects.requireNonNullElse(outcome, Outcome.NOTHING_FOUND);
    }

    void giveTurn(Step step) {
        turns.add(step);
    }

    boolean running() {
        return running != null;
    }

    /** Begins the next step whose turn has come, unless the one before is still on; whether it did. */
    boolean begin() {
        Step step = running == null && outcome == null ? turns.poll() : null;
        if (step == null) {
            return false;
        }
        note(step.name());
        running = thread.submit(() -> step.action().accept(this));
        return true;
    }

    /** Gives the running step a moment; whether it has ended. */
    boolean await() throws InterruptedException {
        try {
            Objects.requireNonNull(running).get(1, TimeUnit.MILLISECONDS);
            outcome = session.getTransaction().isActive() ? null : Outcome.COMMITTED;
        } catch (TimeoutException stillOn) {
            return false;
        } catch (ExecutionException failed) {
            outcome = Outcome.of(failed.getCause());
        }
        if (waits) {
            note("goes on");
        }
        if (outcome != null) {
            note(outcome.toString());
            close();
        }
        running = null;
        waits = false;
        return true;
    }

    /** Takes note that the running step waits for a lock of the other session. */
    void waits() {
        if (!waits) {
            note("waits");
        }
        waits = true;
    }

    private void note(String event) {
        trace.add(name + ": " + event);
    }

    @Override
    public void close() {
        if (session.isOpen()) {
            if (session.getTransaction().isActive()) {
                session.getTransaction().rollback();
            }
            session.close();
        }
    }
}
