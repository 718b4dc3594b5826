package dev.quipu.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quipu.query.NodeId;
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

/** What a mutation may look like, and what it answers. */
@QuarkusTest
class MutationTest {

    @Inject
    Seed seed;

    @BeforeEach
    void plant() throws Exception {
        seed.plant();
    }

    @Test
    void takesVariablesFragmentsAliasesAndDirectives() {
        JsonNode data = Answer.to(
                        """
                        mutation($limit: Decimal!, $id: ID!, $order: OrderCreate!, $no: Boolean! = false) {
                          kind: __typename
                          ...raise
                          second: createOrder(input: {order: $order}) { ...total }
                          third: deleteUser(input: {id: $id}) @include(if: $no) { deletedId }
                        }
                        fragment raise on Mutation {
                          first: updateUser(input: {id: $id, patch: {creditLimit: $limit}}) { row: user { creditLimit } __typename }
                        }
                        fragment total on CreateOrderPayload { order { total: amountTotal } again: order { itemCount } }""",
                        Map.of(
                                "limit",
                                3000,
                                "id",
                                seed.id("ALFKI"),
                                "order",
                                Map.of(
                                        "customerId",
                                        seed.id("ALFKI"),
                                        "items",
                                        Map.of(
                                                "create",
                                                List.of(Map.of("productId", seed.id("product 46"), "quantity", 90))))))
                .succeeded();

        assertThat(data).isEqualTo(Graphql.parse("""
                                {"kind": "Mutation",
                                 "first": {"row": {"creditLimit": "3000.00"}, "__typename": "UpdateUserPayload"},
                                 "second": {"order": {"total": "1080.00"}, "again": {"itemCount": 1}}}"""));
    }

    @Test
    void keepsWhatIsAbsentAndClearsWhatIsNull() {
        String update =
                "mutation($note: String, $id: ID!) { updateOrder(input: {id: $id, patch: {requiredOn: \"2026-02-01\", note: $note}}) { order { note requiredOn } } }";
        operation().patch("Order", "B", "note: \"call first\"").send().succeeded();

        JsonNode absent = Answer.to(update, Map.of("id", seed.id("B"))).succeeded();
        assertThat(absent.at("/updateOrder/order/note").asText()).isEqualTo("call first");

        Map<String, Object> variables = new java.util.HashMap<>(Map.of("id", seed.id("B")));
        variables.put("note", null);
        JsonNode cleared = Answer.to(update, variables).succeeded();
        assertThat(cleared.at("/updateOrder/order/note").isNull()).isTrue();
        assertThat(cleared.at("/updateOrder/order/requiredOn").asText()).isEqualTo("2026-02-01");
    }

    @Test
    void givesInitialValuesToWhatIsAbsent() {
        JsonNode user = Answer.to("""
                        mutation {
                          createUser(input: {user: {username: "WOLZA", email: "w@example.org", avatar: "3q2+7w==", preferences: {theme: ["dark", 1.5, null]}}}) {
                            user { active creditLimit balance orderCount lastPostedAt roleId role { id } avatar preferences version }
                          }
                        }""").succeeded().at("/createUser/user");

        assertThat(user).isEqualTo(Graphql.parse("""
                                {"active": true, "creditLimit": "1000.00", "balance": "0.00", "orderCount": 0, "lastPostedAt": null,
                                 "roleId": null, "role": null, "avatar": "3q2+7w==", "preferences": {"theme": ["dark", 1.5, null]},
                                 "version": 0}"""));
    }

    @Test
    void showsADeletedRowAsItWas() {
        JsonNode payload = Answer.to(
                        "mutation { deleteOrder(input: {id: \"%d\"}) { deletedId deletedNodeId order { amountTotal items { nodes { quantity } } } } }"
                                .formatted(seed.id("B")))
                .succeeded()
                .at("/deleteOrder");

        assertThat(payload).isEqualTo(Graphql.parse("""
                                {"deletedId": "%s", "deletedNodeId": "%s",
                                 "order": {"amountTotal": "960.00", "items": {"nodes": [{"quantity": 40}, {"quantity": 20}]}}}""".formatted(
                        seed.id("B"), new NodeId("Order", String.valueOf(seed.id("B"))).encode())));
    }

    @Test
    void showsWhatADeletedRowRefersToAsItIsAfterwards() {
        JsonNode payload = Answer.to("""
                        mutation {
                          deleteOrder(input: {id: "%d"}) {
                            order {
                              customerId
                              buyer: customer { balance role { name } }
                              customer { orderCount orders { totalCount } }
                              amountTotal
                              items(first: 1) { nodes { product { name } } }
                            }
                            affected { ... on User { balance orderCount } }
                          }
                        }""".formatted(seed.id("B"))).succeeded().at("/deleteOrder");

        assertThat(payload).isEqualTo(Graphql.parse("""
                                {"order": {
                                  "customerId": "%d",
                                  "buyer": {"balance": "56.00", "role": {"name": "buyer"}},
                                  "customer": {"orderCount": 4, "orders": {"totalCount": 4}},
                                  "amountTotal": "960.00",
                                  "items": {"nodes": [{"product": {"name": "product 58"}}]}},
                                 "affected": [{"balance": "56.00", "orderCount": 4}]}""".formatted(seed.id("ALFKI"))));
        assertThat(payload.get("order").fieldNames())
                .toIterable()
                .containsExactly("customerId", "buyer", "customer", "amountTotal", "items");
    }

    @Test
    void showsWhatIsDeletedWithARowAsItWas() {
        JsonNode data = Answer.to("""
                        mutation {
                          deleteOrderItem(input: {id: "%d"}) { orderItem { order { amountTotal } product { name } } }
                          deleteOrder(input: {id: "%d"}) { deletedId }
                        }""".formatted(seed.id("B/58"), seed.id("B"))).succeeded();

        assertThat(data.at("/deleteOrderItem/orderItem"))
                .isEqualTo(Graphql.parse(
                        "{\"order\": {\"amountTotal\": \"960.00\"}, \"product\": {\"name\": \"product 58\"}}"));
    }

    @Test
    void refusesToShowARowThatTheSameOperationDeletes() {
        var fault = operation()
                .patch("Order", "B", "note: \"x\"")
                .delete("Order", "B")
                .send()
                .refusedOnce();

        assertThat(fault.code()).isEqualTo("BAD_USER_INPUT");
        assertThat(fault.path()).isEqualTo("f0");
        seed.changes().andNothingElse();
    }

    @Test
    void checksTheVersionThatTheClientHasSeen() {
        JsonNode payload = Answer.to(
                        "mutation { updateUser(input: {id: \"%d\", expectedVersion: 0, patch: {active: false}}) { user { version } } }"
                                .formatted(seed.id("ALFKI")))
                .succeeded();

        assertThat(payload.at("/updateUser/user/version").asInt()).isEqualTo(1);
    }

    @Test
    void undoesEverythingIfAnythingIsRefused() {
        operation()
                .placeOrder("ALFKI", "1 x 1")
                .patch("User", "ANATR", "creditLimit: \"5.00\"")
                .delete("Post", "post 1")
                .delete("Product", "product 58")
                .send()
                .refusedOnce();

        seed.changes().andNothingElse();
    }

    @Test
    void placesAnOrderOfThreeItemsInFewStatements() {
        List<Object> items = List.of(
                Map.of("productId", seed.id("product 1"), "quantity", 1),
                Map.of("productId", seed.id("product 2"), "quantity", 2),
                Map.of("productId", seed.id("product 46"), "quantity", 3));
        Map<String, ?> variables = Map.of("customer", seed.id("ALFKI"), "items", items);
        String place = """
                mutation($customer: ID!, $items: [OrderItemCreate!]!) {
                  createOrder(input: {order: {customerId: $customer, items: {create: $items}}}) {
                    order { id amountTotal customer { balance } items { nodes { amount product { name } } } }
                  }
                }""";
        Answer.to(place, variables).succeeded(); // takes new blocks of ids from the sequences

        try (SqlLog sql = SqlLog.open()) {
            Answer.to(place, variables).succeeded();

            assertThat(sql.statements()).hasSizeLessThanOrEqualTo(8);
        }
    }

    private Operation operation() {
        return new Operation(seed);
    }
}
