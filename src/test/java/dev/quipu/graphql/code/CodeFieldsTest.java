package dev.quipu.graphql.code;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quipu.testing.Answer;
import dev.quipu.testing.Graphql;
import dev.quipu.testing.Operation;
import dev.quipu.testing.Seed;
import dev.quipu.testing.SqlLog;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Fields of entities that are written as code, see {@link Desk} and {@code Order.isOverdue}. */
@QuarkusTest
class CodeFieldsTest {

    @Inject
    Seed seed;

    @BeforeEach
    void plant() throws Exception {
        seed.plant();
    }

    @Test
    void standsInListsConnectionsAndFragmentsInTheOrderOfTheRequest() {
        JsonNode users = Answer.to("""
                        { users(orderBy: {username: ASC}) { nodes {
                            worst username
                            orders(first: 2) { edges { node { before: id ...fields after: itemCount } } } } } }
                        fragment fields on Order { late: overdue label(prefix: "n=") }""").succeeded().at("/users/nodes");

        assertThat(users.get(1).toString())
                .isEqualTo(Graphql.parse("""
                                {"worst": "SHIPPED", "username": "ANATR", "orders": {"edges": [
                                  {"node": {"before": "%s", "late": false, "label": "n=2", "after": 2}}]}}""".formatted(seed.id("F"))).toString());
        assertThat(users.at("/0/orders/edges/1/node/label").asText()).isEqualTo("n=2");
        assertThat(users.at("/0/worst").asText()).isEqualTo("OPEN");
    }

    @Test
    void loadsTheEntitiesOfATypeWithOneStatement() {
        Desk.BATCHES.set(0);
        try (SqlLog sql = SqlLog.open()) {
            Answer.to("{ orders { nodes { overdue label(prefix: \"\") } } }").succeeded();

            assertThat(sql.statements()).hasSize(2);
            assertThat(Desk.BATCHES).hasValue(1);
        }
        try (SqlLog sql = SqlLog.open()) {
            Answer.to("{ orders { nodes { id status } } }").succeeded();

            assertThat(sql.statements()).hasSize(1);
        }
    }

    @Test
    void givesEntitiesThatAreReadAsTheClientAsked() {
        JsonNode order = Answer.to("""
                        query($id: ID!) { order(id: $id) {
                          buyer { username orders { totalCount } }
                          products { name items { nodes { order { overdue } } } } } }""", Map.of("id", seed.id("F"))).succeeded().get("order");

        assertThat(order).isEqualTo(Graphql.parse("""
                                {"buyer": {"username": "ANATR", "orders": {"totalCount": 1}},
                                 "products": [
                                   {"name": "product 69", "items": {"nodes": [{"order": {"overdue": false}}]}},
                                   {"name": "product 70", "items": {"nodes": [{"order": {"overdue": false}}]}}]}"""));
    }

    @Test
    void seesWhatTheMutationWroteAndWhatItWillDelete() {
        JsonNode data = new Operation(seed)
                .add(
                        "updateOrder(input: {id: %d, patch: {requiredOn: \"2020-01-01\"}}) { order { overdue customer { worst } } }"
                                .formatted(seed.id("C")))
                .add("deleteOrder(input: {id: %d}) { order { overdue label(prefix: \"was \") } }"
                        .formatted(seed.id("B")))
                .add("shipOrder(order: {id: %d}) { overdue label(prefix: \"is \") }".formatted(seed.id("C")))
                .send()
                .succeeded();

        assertThat(data).isEqualTo(Graphql.parse("""
                                {"f0": {"order": {"overdue": false, "customer": {"worst": "OPEN"}}},
                                 "f1": {"order": {"overdue": false, "label": "was 2"}},
                                 "f2": {"overdue": false, "label": "is 2"}}"""));
        assertThat(Answer.to("{ order(id: %d) { overdue } }".formatted(late()))
                        .succeeded()
                        .at("/order/overdue")
                        .asBoolean())
                .isTrue();
    }

    /** Code looks at entities, and what it loads must not bring back what is being deleted. */
    @Test
    void seesWhatADeletedRowRefersToAsItIsAfterwards() {
        JsonNode data = new Operation(seed)
                .add(
                        "deleteOrderItem(input: {id: %d}) { orderItem { order { itemCount products { name } } } affected { ... on Order { id label(prefix: \"n=\") } } }"
                                .formatted(seed.id("B/58")))
                .send()
                .succeeded();

        assertThat(data.at("/f0/orderItem")).isEqualTo(Graphql.parse("""
                                {"order": {"itemCount": 1, "products": [{"name": "product 71"}]}}"""));
        assertThat(Answer.to("{ order(id: %d) { itemCount products { name } } }".formatted(seed.id("B")))
                        .succeeded()
                        .get("order"))
                .isEqualTo(data.at("/f0/orderItem/order"));
    }

    @Test
    void seesTheCustomerOfADeletedOrderWithoutIt() {
        JsonNode data = new Operation(seed)
                .add("deleteOrder(input: {id: %d}) { order { customer { orderCount worst } } }".formatted(seed.id("F")))
                .add("createOrder(input: {order: {customerId: %d}}) { order { customer { worst } } }"
                        .formatted(seed.id("ANATR")))
                .send()
                .succeeded();

        assertThat(data.at("/f0/order")).isEqualTo(Graphql.parse("""
                                {"customer": {"orderCount": 1, "worst": "OPEN"}}"""));
    }

    private long late() {
        new Operation(seed)
                .patch("Order", "D", "requiredOn: \"2020-01-01\"")
                .send()
                .succeeded();
        return seed.id("D");
    }

    @Test
    void worksBelowNodesAndLeavesNoTrace() {
        String nodeId = Answer.to("{ order(id: %d) { nodeId } }".formatted(seed.id("A")))
                .succeeded()
                .at("/order/nodeId")
                .asText();
        JsonNode nodes = Answer.to(
                        "query($ids: [ID!]!) { nodes(nodeIds: $ids) { nodeId ... on Order { overdue } ... on User { worst } } }",
                        Map.of("ids", List.of(nodeId)))
                .succeeded()
                .get("nodes");

        assertThat(nodes.toString()).isEqualTo("[{\"nodeId\":\"%s\",\"overdue\":false}]".formatted(nodeId));
    }

    @Test
    void takesNothingStoredForARow() {
        new Operation(seed)
                .patch("User", "ALFKI", "preferences: {a: [{b: 1.50}], x: \"T3JkZXI6MQ==\"}")
                .send()
                .succeeded();
        Map<String, Object> spoofed = Map.of("#", "T3JkZXI6MQ==", "worst", "", "n", 12345678901234567890.5);
        Answer.to(
                        "mutation($id: ID!, $json: JSON) { updateUser(input: {id: $id, patch: {preferences: $json}}) { user { id } } }",
                        Map.of("id", seed.id("ALFKI"), "json", spoofed))
                .succeeded();

        JsonNode user = Answer.to("{ userByUsername(username: \"ALFKI\") { preferences worst } }")
                .succeeded()
                .get("userByUsername");

        assertThat(user.at("/preferences/#").asText()).isEqualTo("T3JkZXI6MQ==");
        assertThat(user.at("/preferences/worst").asText()).isEmpty();
        assertThat(user.get("worst").asText()).isEqualTo("OPEN");
    }
}
