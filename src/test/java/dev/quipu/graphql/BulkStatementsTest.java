package dev.quipu.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quipu.testing.Answer;
import dev.quipu.testing.Seed;
import dev.quipu.testing.SqlLog;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A thousand rows are written in few statements, and batches of fifty. */
@QuarkusTest
class BulkStatementsTest {

    private static final int ORDERS = 1000;
    private static final int BATCH = 50;
    private static final String BULK = "filter: {note: {eq: \"bulk\"}}, atMost: 1000";

    @Inject
    Seed seed;

    @BeforeEach
    void plant() throws Exception {
        seed.plant();
        Answer.to("mutation { updateUsers(input: {filter: {}, patch: {creditLimit: \"100000\"}}) { affectedCount } }")
                .succeeded();
    }

    @Test
    void ordersWithTheirItems() {
        List<String> created = statements(
                "mutation($orders: [OrderCreate!]!) { createOrders(input: {orders: $orders}) { affectedCount orders { amountTotal items { nodes { amount } } } } }",
                Map.of("orders", orders()));
        assertThat(batches(created)).as("batches of orders and of items").isEqualTo(20 + 60);
        assertThat(sequenceCalls(created)).as("blocks of ids").isLessThanOrEqualTo(20 + 60 + 2);
        assertThat(others(created)).as("all else").hasSizeLessThanOrEqualTo(6);
        assertThat(seed.now("ALFKI")).containsEntry("balance", "7026.00").containsEntry("order_count", "505");

        List<String> updated = statements(
                "mutation { updateOrders(input: {" + BULK
                        + ", patch: {shippedOn: \"2026-01-31\"}}) { affectedCount orders { amountTotal } } }",
                Map.of());
        assertThat(batches(updated)).as("batches of orders").isEqualTo(20);
        assertThat(others(updated)).as("all else").hasSizeLessThanOrEqualTo(12);
        assertThat(seed.now("product 46")).containsEntry("units_shipped", "1002");
        assertThat(seed.now("ALFKI")).containsEntry("balance", "1016.00");

        List<String> deleted =
                statements("mutation { deleteOrders(input: {" + BULK + "}) { affectedCount deletedIds } }", Map.of());
        assertThat(batches(deleted)).as("batches of orders and of items").isEqualTo(20 + 60);
        assertThat(others(deleted)).as("all else").hasSizeLessThanOrEqualTo(10);
        assertThat(seed.now("product 46")).containsEntry("units_shipped", "2");
        assertThat(seed.now("ALFKI")).containsEntry("balance", "1016.00").containsEntry("order_count", "5");
    }

    @Test
    void usersByTheirKeys() {
        List<String> connected = statements(
                "mutation($posts: [PostCreate!]!) { createPosts(input: {posts: $posts}) { posts { author { username } } } }",
                Map.of(
                        "posts",
                        IntStream.range(0, 100)
                                .mapToObj(i -> Map.of("body", "hi", "author", Map.of("connectOrCreate", author(i))))
                                .toList()));

        assertThat(batches(connected)).as("batches of users and of posts").isEqualTo(1 + 2);
        assertThat(others(connected)).as("all else").hasSizeLessThanOrEqualTo(6);
    }

    private static List<String> statements(String document, Map<String, ?> variables) {
        try (SqlLog sql = SqlLog.open()) {
            JsonNode payload =
                    Answer.to(document, variables).succeeded().iterator().next();
            if (payload.has("affectedCount")) {
                assertThat(payload.get("affectedCount").asInt()).isEqualTo(ORDERS);
            }

            return sql.statements();
        }
    }

    /** Hibernate logs each row of a batch; it sends a batch when it is full, or another statement comes. */
    private static int batches(List<String> statements) {
        int batches = 0;
        int rows = 0;
        for (int i = 0; i < statements.size(); i++) {
            if (!batched(statements.get(i))) {
                rows = 0;
            } else if (i > 0 && rows % BATCH > 0 && statements.get(i).equals(statements.get(i - 1))) {
                rows++;
            } else {
                batches++;
                rows = 1;
            }
        }
        return batches;
    }

    private static boolean batched(String statement) {
        return statement.matches("(?s)(insert\\s+into|delete\\s+from|update\\s+orders\\s+set).*")
                && !statement.contains("unnest");
    }

    private static long sequenceCalls(List<String> statements) {
        return statements.stream().filter(sql -> sql.contains("nextval")).count();
    }

    private static List<String> others(List<String> statements) {
        return statements.stream()
                .filter(sql -> !batched(sql) && !sql.contains("nextval"))
                .toList();
    }

    private List<Map<String, Object>> orders() {
        List<Map<String, Object>> orders = new ArrayList<>();
        for (int i = 0; i < ORDERS; i++) {
            // half of what a row refers to is named by its id, and half by a key
            Map<String, ?> customer = i % 2 == 0
                    ? Map.of("customer", Map.of("connect", Map.of("username", "ALFKI")))
                    : Map.of("customerId", seed.id("ANATR"));
            List<?> items = List.of(item("product 99"), item("product 99"), item("product 46"));
            Map<String, Object> order = new HashMap<>(Map.of("note", "bulk", "items", Map.of("create", items)));
            order.putAll(customer);
            orders.add(order);
        }
        return orders;
    }

    private static Map<String, Object> item(String product) {
        return Map.of("product", Map.of("connect", Map.of("name", product)), "quantity", 1);
    }

    /** Thirty who are not there, two posts and more each. */
    private static Map<String, Object> author(int i) {
        String name = "author " + i % 30;
        return Map.of("key", Map.of("username", name), "create", Map.of("username", name, "email", name));
    }
}
