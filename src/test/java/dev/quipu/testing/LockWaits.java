package dev.quipu.testing;

import java.util.concurrent.Future;

/** The sessions of a database that wait for locks of others. */
public final class LockWaits {

    private static final String WAITING =
            "select count(*) from pg_stat_activity where cardinality(pg_blocking_pids(pid)) > 0";

    private LockWaits() {}

    /** Returns when exactly so many sessions wait. */
    public static void await(RuledDatabase database, long sessions) throws InterruptedException {
        while (count(database) != sessions) {
            Thread.sleep(1);
        }
    }

    /** Returns when the work has ended or some session waits. */
    public static void awaitEndOrWait(RuledDatabase database, Future<?> work) throws InterruptedException {
        while (!work.isDone() && count(database) == 0) {
            Thread.sleep(1);
        }
    }

    private static long count(RuledDatabase database) {
        return database.read(
                session -> session.createNativeQuery(WAITING, Long.class).getSingleResult());
    }
}
