package dev.quipu.rule.engine.interleaving;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.hibernate.SessionFactory;

/** Plays two scripts in a given order of their steps, a third connection watching who waits for whom. */
final class TwoSessions implements AutoCloseable {

    /**
     * What came of it.
     *
     * @param trace what happened, for people
     */
    record Result(Outcome first, Outcome second, List<String> trace) {

        /** Which of two sessions a deadlock ends is PostgreSQL's choice. */
        String ending() {
            boolean deadlock = first == Outcome.DEADLOCK || second == Outcome.DEADLOCK;
            return deadlock ? Outcome.DEADLOCK.toString() : first + " + " + second;
        }
    }

    private final SessionFactory sessionFactory;
    private final Connection watcher;
    private final List<ExecutorService> threads =
            List.of(Executors.newSingleThreadExecutor(), Executors.newSingleThreadExecutor());

    TwoSessions(SessionFactory sessionFactory, Connection watcher) {
        this.sessionFactory = sessionFactory;
        this.watcher = watcher;
    }

    Result play(Script first, Script second, List<Integer> order) throws Exception {
        List<String> trace = new ArrayList<>();
        try (Client client0 = new Client("s1", sessionFactory, threads.get(0), trace);
                Client client1 = new Client("s2", sessionFactory, threads.get(1), trace)) {
            List<Client> clients = List.of(client0, client1);
            List<Iterator<Step>> steps =
                    List.of(first.steps().iterator(), second.steps().iterator());
            for (int turn : order) {
                clients.get(turn).giveTurn(steps.get(turn).next());
                settle(client0, client1);
            }
            return new Result(client0.outcome(), client1.outcome(), trace);
        }
    }

    /** Goes on until neither session can without another turn. Two that wait for one another go on when PostgreSQL ends one. */
    private void settle(Client client0, Client client1) throws Exception {
        boolean moved;
        do {
            moved = proceed(client0, client1);
            moved |= proceed(client1, client0);
        } while (moved || (client0.running() && client1.running()));
    }

    private boolean proceed(Client client, Client other) throws Exception {
        boolean moved = client.begin();
        while (client.running()) {
            if (client.await()) {
                return true;
            }
            if (waitsFor(client, other)) {
                client.waits();
                return moved;
            }
        }
        return moved;
    }

    private boolean waitsFor(Client client, Client other) throws SQLException {
        try (var query = watcher.prepareStatement("select ? = any(pg_blocking_pids(?))")) {
            query.setInt(1, other.pid());
            query.setInt(2, client.pid());
            var row = query.executeQuery();
            row.next();
            return row.getBoolean(1);
        }
    }

    @Override
    public void close() {
        threads.forEach(ExecutorService::shutdown);
    }
}
