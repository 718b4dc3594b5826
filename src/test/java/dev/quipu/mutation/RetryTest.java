package dev.quipu.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.quipu.graphql.ErrorMapping;
import dev.quipu.testing.Answer;
import dev.quipu.testing.LockWaits;
import dev.quipu.testing.Operation;
import dev.quipu.testing.Seed;
import dev.quipu.testing.Together;
import graphql.GraphQLError;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What happens to an operation that other transactions get in the way of. */
@QuarkusTest
@Timeout(60)
class RetryTest {

    @Inject
    Seed seed;

    @Inject
    Mutations mutations;

    @Inject
    DataSource dataSource;

    @BeforeEach
    void plant() throws Exception {
        seed.plant();
    }

    @Test
    void triesAgainInAFreshSessionUntilItSucceeds() {
        List<Session> sessions = new ArrayList<>();

        String result = mutations.run(WriteRequest.unrestricted(List.of()), (session, results) -> {
            sessions.add(session);
            if (sessions.size() <= 3) {
                throw new IllegalStateException(new SQLException("deadlock detected", "40P01"));
            }
            return "done";
        });

        assertThat(result).isEqualTo("done");
        assertThat(sessions).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void givesUpAfterEightRetries() {
        List<Session> sessions = new ArrayList<>();

        Throwable thrown =
                catchThrowable(() -> mutations.run(WriteRequest.unrestricted(List.of()), (session, results) -> {
                    sessions.add(session);
                    throw new IllegalStateException(new SQLException("could not serialize access", "40001"));
                }));

        assertThat(sessions).hasSize(9);
        assertThat(ErrorMapping.of(thrown))
                .singleElement()
                .extracting(GraphQLError::getExtensions)
                .isEqualTo(Map.of("code", "SERIALIZATION_RETRY", "retryable", true));
    }

    @Test
    void doesNotRepeatWhatFailsForOtherReasons() {
        List<Session> sessions = new ArrayList<>();

        assertThatThrownBy(() -> mutations.run(WriteRequest.unrestricted(List.of()), (session, results) -> {
                    sessions.add(session);
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("broken");

        assertThat(sessions).hasSize(1);
    }

    @Test
    void anUpdateWithoutAVersionOvertakesAnotherWriter() throws Exception {
        Answer answer = whileAnotherWriterHasTheRow("{id: $id, patch: {active: false}}");

        answer.succeeded();
        seed.changes()
                .updated("ALFKI", "email other@example.org", "active f", "version 2")
                .andNothingElse();
    }

    @Test
    void anUpdateOfAVersionDoesNot() throws Exception {
        Answer answer = whileAnotherWriterHasTheRow("{id: $id, expectedVersion: 0, patch: {active: false}}");

        var fault = answer.refusedOnce();
        assertThat(fault.code()).isEqualTo("VERSION_CONFLICT");
        assertThat(fault.values()).isEqualTo(Map.of("expectedVersion", 0, "version", 1));
        seed.changes().updated("ALFKI", "email other@example.org", "version 1").andNothingElse();
    }

    @Test
    void deletesWhatIsAddedMeanwhileToo() throws Exception {
        long order = seed.id("B");
        try (Connection other = dataSource.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select from orders where id = " + order + " for no key update");
            statement.execute(
                    "insert into order_items (id, version, order_id, product_id, quantity, unit_price, amount)"
                            + " values (-1, 0, " + order + ", " + seed.id("product 58") + ", 0, 0, 0)");
            CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(
                    () -> new Operation(seed).delete("Order", "B").send());
            LockWaits.await(statement);
            other.commit();
            answer.join().succeeded();
        }

        seed.changes()
                .deleted("B", "B/58", "B/71")
                .updated("ALFKI", "balance 56.00", "order_count 4", "open_order_count 3")
                .andNothingElse();
    }

    @Test
    void makesWhatAnotherWriterDeletesMeanwhile() throws Exception {
        Answer.to("mutation { createUser(input: {user: {username: \"brief\", email: \"b\"}}) { user { id } } }")
                .succeeded();
        try (Connection other = dataSource.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("delete from users where username = 'brief'");
            CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(() -> Answer.to("""
                            mutation {
                              createPost(input: {post: {body: "hi", author: {connectOrCreate: {
                                key: {username: "brief"}, create: {username: "brief", email: "anew"}}}}}) { post { author { email postCount } } }
                            }"""));
            LockWaits.await(statement);
            other.commit();
            other.setAutoCommit(true);

            assertThat(answer.join().succeeded().at("/createPost/post/author"))
                    .hasToString("{\"email\":\"anew\",\"postCount\":1}");
        }
    }

    /** Without a lock each round has one winner, and who loses nine times gives up. */
    @Test
    void everyOneOfManyWritersOfOneRowSucceeds() throws Exception {
        String update =
                "mutation { updateUser(input: {id: \"%d\", patch: {preferences: {n: %d}}}) { user { version } } }";

        Together.write(40, writer -> {
            for (int round = 0; round < 3; round++) {
                Answer.to(update.formatted(seed.id("ALFKI"), 3 * writer + round))
                        .succeeded();
            }
            return "done";
        });

        assertThat(seed.now("ALFKI")).containsEntry("version", "120");
    }

    private Answer whileAnotherWriterHasTheRow(String input) throws Exception {
        try (Connection other = dataSource.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("update users set email = 'other@example.org', version = version + 1 where id = "
                    + seed.id("ALFKI"));
            CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(() -> Answer.to(
                    "mutation($id: ID!) { updateUser(input: " + input + ") { user { id } } }",
                    Map.of("id", seed.id("ALFKI"))));
            LockWaits.await(statement);
            other.commit();
            other.setAutoCommit(true);
            return answer.join();
        }
    }
}
