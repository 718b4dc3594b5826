package dev.quipu.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quipu.rule.tool.RuleVerification;
import dev.quipu.testing.Answer;
import dev.quipu.testing.Operation;
import dev.quipu.testing.Seed;
import dev.quipu.testing.Together;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Mutations of many rows beside other writers. */
@QuarkusTest
@Timeout(120)
class BulkConcurrencyTest {

    @Inject
    Seed seed;

    @Inject
    RuleVerification verification;

    @Inject
    DataSource dataSource;

    @BeforeEach
    void plant() throws Exception {
        seed.plant();
        Answer.to("mutation { updateUsers(input: {filter: {}, patch: {creditLimit: \"100000\"}}) { affectedCount } }")
                .succeeded();
    }

    @AfterEach
    void everythingIsRight() {
        assertThat(verification.verify().findings()).isEmpty();
    }

    @Test
    void nothingIsLostAndNobodyWaitsInACircle() throws Exception {
        long deadlocks = deadlocks();
        Together.write(6, client -> {
            for (int i = 0; i < 15; i++) {
                write(client, i).succeeded();
            }
            return client;
        });

        assertThat(seed.now("B/58")).containsEntry("version", "45");
        assertThat(seed.now("ALFKI")).containsEntry("order_count", "20");
        assertThat(deadlocks()).as("deadlocks").isEqualTo(deadlocks);
    }

    private Answer write(int client, int round) {
        return switch (client) {
            case 0, 1 ->
                bulk(
                        "updateOrderItems(input: {filter: {order: {customer: {username: {eq: \"ALFKI\"}}}}, patch: {quantity: %d}})"
                                .formatted(1 + 2 * round + client));
            case 2 ->
                bulk(
                        "updateOrders(input: {filter: {customer: {username: {eq: \"ALFKI\"}}, itemCount: {gt: 0}}, patch: {requiredOn: \"2026-01-%02d\"}})"
                                .formatted(1 + round));
            case 3 ->
                new Operation(seed)
                        .patch("OrderItem", "B/58", "quantity: " + (100 + round))
                        .send();
            case 4 ->
                new Operation(seed)
                        .patch("Order", "C", "shippedOn: " + (round % 2 == 0 ? "\"2026-02-01\"" : "null"))
                        .send();
            default -> new Operation(seed).placeOrder("ALFKI", "99 x 1").send();
        };
    }

    /** PostgreSQL asks the filter again of the row as it is when its lock is free. */
    @Test
    void aRowThatStopsMatchingMeanwhileIsLeftAlone() throws Exception {
        try (Connection other = dataSource.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("update orders set note = 'mine', version = version + 1 where id = " + seed.id("B"));
            CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(
                    () -> bulk("updateOrders(input: {filter: {note: {isNull: true}}, patch: {note: \"bulk\"}})"));
            awaitSomeoneWaiting(statement);
            other.commit();
            assertThat(answer.join()
                            .succeeded()
                            .at("/updateOrders/affectedCount")
                            .asInt())
                    .isEqualTo(5);
        }

        assertThat(seed.now("B")).containsEntry("note", "mine");
        assertThat(seed.now("C")).containsEntry("note", "bulk");
    }

    private static Answer bulk(String field) {
        return Answer.to("mutation { " + field + " { affectedCount } }");
    }

    private static void awaitSomeoneWaiting(Statement statement) throws Exception {
        boolean waiting = false;
        while (!waiting) {
            try (ResultSet result = statement.executeQuery("select exists(select from pg_locks where not granted)")) {
                result.next();
                waiting = result.getBoolean(1);
            }
        }
    }

    private long deadlocks() throws Exception {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "select deadlocks from pg_stat_database where datname = current_database()")) {
            result.next();
            return result.getLong(1);
        }
    }
}
