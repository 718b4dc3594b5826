package dev.quipu.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quipu.testing.Database;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is kept under a key, for how long, and what becomes of it when the connection breaks. */
@QuarkusTest
@Timeout(60)
class KeptAnswersTest {

    private static final IdempotencyKey KEY = new IdempotencyKey("alice", "k1", "request");
    private static final WriteRequest NOTHING = WriteRequest.unrestricted(List.of());

    @Inject
    Mutations mutations;

    @Inject
    Session session;

    @Inject
    DataSource dataSource;

    @Inject
    TransactionSynchronizationRegistry transactions;

    @BeforeEach
    void clear() throws Exception {
        execute("delete from quipu_idempotency");
    }

    @Test
    void aKeyBelongsToItsCaller() {
        AtomicInteger runs = new AtomicInteger();
        Reading<KeptAnswer> counted = (session, outcome) -> new KeptAnswer("" + runs.incrementAndGet(), null);

        assertThat(mutations.runOnce(KEY, NOTHING, counted).data()).isEqualTo("1");
        assertThat(mutations.runOnce(KEY, NOTHING, counted).data()).isEqualTo("1");
        assertThat(mutations
                        .runOnce(new IdempotencyKey("bob", "k1", "request"), NOTHING, counted)
                        .data())
                .isEqualTo("2");
        assertThat(stored()).containsExactlyInAnyOrder("alice k1", "bob k1");
    }

    @Test
    void nothingIsKeptOfWhatWasRolledBack() {
        assertThatThrownBy(() -> mutations.runOnce(KEY, NOTHING, (session, outcome) -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");

        assertThat(stored()).isEmpty();
    }

    @Test
    void whatIsOldGoesUnlessSomebodyHasIt() throws Exception {
        for (String key : List.of("old", "held", "young")) {
            keep(new KeptAnswers(() -> Duration.ofHours(24)), key);
        }
        execute("update quipu_idempotency set created_at = now() - interval '24 hours 1 second' where key <> 'young'");
        try (Connection other = dataSource.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select from quipu_idempotency where key = 'held' for update");

            keep(new KeptAnswers(() -> Duration.ofHours(24)), "new");
            other.rollback();
        }

        assertThat(stored()).containsExactlyInAnyOrder("alice held", "alice young", "alice new");
    }

    @Test
    void theOldAreLookedForNowAndThenOnly() throws Exception {
        KeptAnswers answers = new KeptAnswers(() -> Duration.ofHours(24));
        keep(answers, "old");
        execute("update quipu_idempotency set created_at = now() - interval '2 days'");
        keep(answers, "new");

        assertThat(stored()).containsExactlyInAnyOrder("alice old", "alice new");
    }

    @Test
    void aConnectionThatIsLostIsNoReasonToGiveUp() throws Exception {
        assertThat(attempts(false)).isEqualTo(2);
        assertThat(stored()).containsExactly("alice k1");
    }

    @Test
    void norIsOneThatIsLostAtTheCommit() throws Exception {
        assertThat(attempts(true)).isEqualTo(2);
        assertThat(stored()).containsExactly("alice k1");
    }

    @Test
    void withoutAKeyItIs() {
        AtomicInteger attempts = new AtomicInteger();

        assertThatThrownBy(() -> mutations.run(NOTHING, (session, outcome) -> {
                    attempts.incrementAndGet();
                    beforeCommit(() -> terminate(pid(session)));
                    return "done";
                }))
                .isNotInstanceOf(ContentionException.class);
        assertThat(attempts).hasValue(1);
    }

    private int attempts(boolean atCommit) {
        AtomicInteger attempts = new AtomicInteger();
        KeptAnswer answer = mutations.runOnce(KEY, NOTHING, (session, outcome) -> {
            if (attempts.incrementAndGet() == 1) {
                int pid = pid(session);
                if (atCommit) {
                    beforeCommit(() -> terminate(pid));
                } else {
                    terminate(pid);
                }
            }
            return new KeptAnswer("done", null);
        });
        assertThat(answer.data()).isEqualTo("done");
        return attempts.get();
    }

    private void beforeCommit(Runnable action) {
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                action.run();
            }

            @Override
            public void afterCompletion(int status) {
                assertThat(status).isNotEqualTo(Status.STATUS_COMMITTED);
            }
        });
    }

    private static int pid(Session session) {
        return session.doReturningWork(connection -> {
            try (ResultSet pid = connection.createStatement().executeQuery("select pg_backend_pid()")) {
                pid.next();
                return pid.getInt(1);
            }
        });
    }

    /** On a connection that does not belong to the transaction. */
    private void terminate(int pid) {
        CompletableFuture.runAsync(() -> execute("select pg_terminate_backend(" + pid + ", 5000)"))
                .join();
    }

    private void keep(KeptAnswers answers, String key) {
        IdempotencyKey named = new IdempotencyKey("alice", key, "request");
        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(answers.claim(session, named)).isNull();
            answers.keep(session, named, new KeptAnswer("{}", null));
        });
    }

    private List<String> stored() {
        List<String> keys = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery("select caller || ' ' || key from quipu_idempotency")) {
            while (rows.next()) {
                keys.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return keys;
    }

    private void execute(String sql) {
        try {
            new Database(dataSource).execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
