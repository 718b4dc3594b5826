package dev.quipu.graphql.code;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quipu.testing.Answer;
import dev.quipu.testing.Database;
import dev.quipu.testing.Fault;
import dev.quipu.testing.Graphql;
import dev.quipu.testing.LockWaits;
import dev.quipu.testing.Operation;
import dev.quipu.testing.Seed;
import dev.quipu.testing.SqlLog;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Root fields that are written as code and return or take entities, see {@link Desk}. */
@QuarkusTest
class CodeOperationsTest {

    @Inject
    Seed seed;

    @Inject
    DataSource dataSource;

    @BeforeEach
    void plant() throws Exception {
        seed.plant();
        new Database(dataSource).execute("delete from quipu_idempotency");
    }

    @Test
    void returnsAnEntityAsTheClientAskedForIt() {
        JsonNode data = Answer.to("""
                        { latest: deskLatest { ...what __typename } nobody: deskNobodys { id } apiVersion }
                        fragment what on Order { sum: amountTotal customer { name: username } items(first: 1) { totalCount nodes { quantity } } }""").succeeded();

        assertThat(data.get("latest")).isEqualTo(Graphql.parse("""
                                {"sum": "88.80", "customer": {"name": "ANATR"},
                                 "items": {"totalCount": 2, "nodes": [{"quantity": 1}]}, "__typename": "Order"}"""));
        assertThat(data.get("nobody").isNull()).isTrue();
        assertThat(data.get("apiVersion").asText()).isNotEmpty();
    }

    @Test
    void readsAListInItsOrderWithOneStatement() {
        List<String> ids = List.of(id("C"), "404", id("A"), id("C"));
        try (SqlLog sql = SqlLog.open()) {
            JsonNode orders = Answer.to(
                            "query($ids: [String]) { deskOrders(ids: $ids) { id items { nodes { quantity } } } }",
                            Map.of("ids", ids))
                    .succeeded()
                    .get("deskOrders");

            assertThat(orders).hasSize(4);
            assertThat(orders.at("/0/id").asText()).isEqualTo(id("C"));
            assertThat(orders.get(1).isNull()).isTrue();
            assertThat(orders.at("/2/id").asText()).isEqualTo(id("A"));
            assertThat(orders.at("/3/items/nodes")).hasSize(2);
            assertThat(sql.statements())
                    .filteredOn(statement -> statement.contains("json_build"))
                    .hasSize(1);
        }
    }

    @Test
    void waitsForWhatComesLater() {
        JsonNode data = Answer.to(
                        "query($id: ID) { deskLater(id: $id) { status } deskUsers { username } }",
                        Map.of("id", id("A")))
                .succeeded();

        assertThat(data.at("/deskLater/status").asText()).isEqualTo("SHIPPED");
        assertThat(data.get("deskUsers")).hasSize(2);
    }

    @Test
    void findsTheRowsThatKeysName() {
        String worth = "query($orders: [OrderKey!]!) { deskWorth(orders: $orders) }";
        List<Map<String, String>> keys = List.of(Map.of("id", id("A")), Map.of("id", id("B")));
        assertThat(Answer.to(worth, Map.of("orders", keys))
                        .succeeded()
                        .get("deskWorth")
                        .asText())
                .isEqualTo("2046.00");

        JsonNode missing = Graphql.error(worth, Map.of("orders", List.of(Map.of("id", id("A")), Map.of("id", "404"))));
        assertThat(missing.get("message").asText()).isEqualTo("There is no Order 404");
        assertThat(missing.at("/extensions/code").asText()).isEqualTo("NOT_FOUND");
        assertThat(missing.at("/extensions/inputPath")).isEqualTo(Graphql.parse("[\"orders\", 1, \"id\"]"));
        assertThat(missing.get("path")).isEqualTo(Graphql.parse("[\"deskWorth\"]"));
    }

    @Test
    void takesNoAttributesOfAnEntity() {
        assertThat(Answer.to("mutation { deskNote(order: {note: \"x\", amountTotal: 0}, copies: 1) }")
                        .refused()
                        .get(0)
                        .code())
                .isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void writesInTheTransactionOfTheOperation() {
        JsonNode data = new Operation(seed)
                .patch("User", "ALFKI", "creditLimit: \"3000.00\"")
                .add(
                        "deskPlace(customer: {username: \"ALFKI\"}, product: {name: \"product 46\"}, quantity: 90) { amountTotal customer { balance creditLimit } }")
                .add("deskNote(order: {id: %s}, copies: 2)".formatted(id("B")))
                .send()
                .succeeded();

        assertThat(data.get("f1")).isEqualTo(Graphql.parse("""
                        {"amountTotal": "1080.00", "customer": {"balance": "2096.00", "creditLimit": "3000.00"}}"""));
        assertThat(data.get("f2")).isEqualTo(Graphql.parse("[\"OPEN\"]"));
        assertThat(seed.now("B")).containsEntry("note", "note note");
    }

    @Test
    void isRefusedByInvariantsTogetherWithTheRest() {
        Fault refused = new Operation(seed)
                .patch("Order", "B", "note: \"never\"")
                .add("deskPlace(customer: {username: \"ALFKI\"}, product: {name: \"product 46\"}, quantity: 90) { id }")
                .send()
                .refusedOnce();

        assertThat(refused.code()).isEqualTo("CONSTRAINT_VIOLATION");
        assertThat(refused.rule()).isEqualTo("User.withinCreditLimit");
        seed.changes().andNothingElse();
    }

    @Test
    void answersWithNullForWhatItDeleted() {
        JsonNode data = Answer.to("mutation { deskThrowAway(order: {id: %s}) { id } }".formatted(id("B")))
                .succeeded();

        assertThat(data.get("deskThrowAway").isNull()).isTrue();
        assertThat(seed.now("B")).isNull();
    }

    @Test
    void tellsRefusalsAndNothingElse() {
        assertThat(refuse("refused")).isEqualTo("CONSTRAINT_VIOLATION: not today at deskRefuse");
        assertThat(refuse("graphql")).isEqualTo("CONSTRAINT_VIOLATION: not tomorrow at deskRefuse");
        assertThat(refuse("checked")).startsWith("INTERNAL: Something went wrong on our side; report correlation id");
        assertThat(refuse("other")).startsWith("INTERNAL: Something went wrong on our side; report correlation id");
        Fault argument = Answer.to("mutation { deskNote(order: {id: %s}, copies: 0) }".formatted(id("B")))
                .refusedOnce();
        assertThat(argument.code()).isEqualTo("BAD_USER_INPUT");
        assertThat(argument.message()).isEqualTo("copies must be greater than or equal to 1");
        seed.changes().andNothingElse();
    }

    @Test
    void sharesEnumsAndScalarsWithTheDerivedSchema() {
        JsonNode data = Answer.to(
                        "query($status: OrderStatus) { deskCount(status: $status) }", Map.of("status", "OPEN"))
                .succeeded();

        assertThat(data.get("deskCount").textValue()).isEqualTo("4");
    }

    @Test
    void isPreviewedAndExplained() {
        JsonNode response = Graphql.execute(
                "mutation @preview @explain { deskPlace(customer: {username: \"ANATR\"}, product: {name: \"product 1\"}, quantity: 2) { amountTotal customer { balance } } }");

        assertThat(response.at("/data/deskPlace"))
                .isEqualTo(Graphql.parse("{\"amountTotal\": \"36.00\", \"customer\": {\"balance\": \"36.00\"}}"));
        assertThat(response.at("/extensions/rules").findValuesAsText("rule"))
                .contains("OrderItem.amount", "Order.amountTotal", "User.balance");
        seed.changes().andNothingElse();
    }

    @Test
    void happensOnceUnderAKey() {
        String place =
                "mutation { deskPlace(customer: {username: \"ANATR\"}, product: {name: \"product 1\"}, quantity: 2) { id amountTotal } }";

        String first = sendUnderKey(place);
        assertThat(Graphql.parse(first).at("/data/deskPlace/amountTotal").asText())
                .isEqualTo("36.00");
        assertThat(sendUnderKey(place)).isEqualTo(first);
        seed.changes()
                .inserted("orders", "amount_total 36.00")
                .inserted("order_items", "quantity 2")
                .updated("ANATR", "balance 36.00", "order_count 2", "open_order_count 1")
                .andNothingElse();
    }

    @Test
    @Timeout(60)
    void runsAgainIfAnotherWriterWasFaster() throws Exception {
        try (Connection other = dataSource.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute(
                    "update orders set required_on = '2026-02-01', version = version + 1 where id = " + id("B"));
            CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(
                    () -> Answer.to("mutation { deskNote(order: {id: %s}, copies: 2) }".formatted(id("B"))));
            LockWaits.await(statement);
            other.commit();
            other.setAutoCommit(true);
            answer.join().succeeded();
        }

        seed.changes()
                .updated("B", "required_on 2026-02-01", "note note note", "version 2")
                .andNothingElse();
    }

    private static String sendUnderKey(String query) {
        return given().contentType("application/json")
                .header("Idempotency-Key", "desk")
                .body(Map.of("query", query))
                .post("/graphql")
                .asString();
    }

    private String refuse(String how) {
        Fault fault = Answer.to(
                        "mutation($how: String) { deskRefuse(order: {id: %s}, how: $how) { id } }".formatted(id("B")),
                        Map.of("how", how))
                .refusedOnce();
        return fault.code() + ": " + fault.message() + (fault.path().isEmpty() ? "" : " at " + fault.path());
    }

    private String id(String row) {
        return String.valueOf(seed.id(row));
    }
}
