package dev.quipu.mutation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the answers to operations that came under a key, in the transactions that carry them out: an answer is there if and only if
 * its operation has happened.
 */
@ApplicationScoped
class KeptAnswers {

    private static final String CLAIM =
            "insert into quipu_idempotency (caller, key, request) values (?, ?, ?) on conflict do nothing";

    private static final String FIND =
            "select request, data, rules from quipu_idempotency where caller = ? and key = ?";

    private static final String KEEP = "update quipu_idempotency set data = ?, rules = ? where caller = ? and key = ?";

    /** Passes over what others are just removing or repeating, so nobody waits. */
    private static final String EXPIRE = """
            delete from quipu_idempotency where (caller, key) in (
                select caller, key from quipu_idempotency
                where created_at < now() - ? * interval '1 second'
                order by created_at limit ? for update skip locked)""";

    private static final int EXPIRED_AT_ONCE = 1000;
    private static final long PAUSE_NANOS = Duration.ofMinutes(1).toNanos();

    private final IdempotencySettings settings;
    private final AtomicLong nextExpiry = new AtomicLong(System.nanoTime());

    KeptAnswers(IdempotencySettings settings) {
        this.settings = settings;
    }

    /**
     * Takes the key for the transaction at hand; waits if another one has it.
     *
     * @return null if the operation is to be carried out, else the answer that it had
     * @throws IdempotencyConflictException if the key stands for another request
     */
    @Nullable
    KeptAnswer claim(Session session, IdempotencyKey key) {
        return session.doReturningWork(connection -> {
            while (true) {
                if (execute(connection, CLAIM, key.caller(), key.key(), key.request()) == 1) {
                    return null;
                }
                KeptAnswer kept = find(connection, key);
                if (kept != null) {
                    return kept;
                }
                // it has expired meanwhile
            }
        });
    }

    private static @Nullable KeptAnswer find(Connection connection, IdempotencyKey key) throws SQLException {
        try (PreparedStatement statement = prepare(connection, FIND, key.caller(), key.key());
                ResultSet rows = statement.executeQuery()) {
            if (!rows.next()) {
                return null;
            }
            if (!rows.getString(1).equals(key.request())) {
                throw new IdempotencyConflictException(key);
            }
            return new KeptAnswer(rows.getString(2), rows.getString(3));
        }
    }

    /** Keeps the answer under a key that was claimed before; now and then removes what is older than it must be. */
    void keep(Session session, IdempotencyKey key, KeptAnswer answer) {
        session.doWork(connection -> {
            execute(connection, KEEP, answer.data(), answer.rules(), key.caller(), key.key());
            long due = nextExpiry.get();
            if (System.nanoTime() - due >= 0 && nextExpiry.compareAndSet(due, System.nanoTime() + PAUSE_NANOS)) {
                expire(connection);
            }
        });
    }

    private void expire(Connection connection) throws SQLException {
        long seconds = settings.idempotencyRetention().toSeconds();
        if (execute(connection, EXPIRE, seconds, EXPIRED_AT_ONCE) == EXPIRED_AT_ONCE) {
            nextExpiry.set(System.nanoTime()); // there is more: whoever comes next goes on
        }
    }

    private static int execute(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
