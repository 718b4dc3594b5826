package dev.quipu.testing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/** The sessions of a database that wait for locks of others. */
public final class LockWaits {

    private static final String WAITING =
            "select count(*) from pg_stat_activity where cardinality(pg_blocking_pids(pid)) > 0";

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private LockWaits() {}

    /** Returns when some transaction waits for a lock; asks on that connection. */
    public static void await(Statement statement) throws InterruptedException {
        until(
                () -> {
                    try (ResultSet result =
                            statement.executeQuery("select exists(select from pg_locks where not granted)")) {
                        result.next();
                        return result.getBoolean(1);
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                },
                "a transaction to wait");
    }

    /** Returns when exactly so many sessions wait. */
    public static void await(RuledDatabase database, long sessions) throws InterruptedException {
        until(() -> count(database) == sessions, sessions + " sessions to wait");
    }

    /** Returns when the work has ended or some session waits. */
    public static void awaitEndOrWait(RuledDatabase database, Future<?> work) throws InterruptedException {
        until(() -> work.isDone() || count(database) > 0, "the work to end or to wait");
    }

    private static void until(BooleanSupplier reached, String what) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!reached.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("expected " + what + " within " + PATIENCE);
            }
            Thread.sleep(1);
        }
    }

    private static long count(RuledDatabase database) {
        return database.read(
                session -> session.createNativeQuery(WAITING, Long.class).getSingleResult());
    }
}
