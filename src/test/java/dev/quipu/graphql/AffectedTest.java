package dev.quipu.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quipu.testing.Answer;
import dev.quipu.testing.Graphql;
import dev.quipu.testing.Seed;
import dev.quipu.testing.SqlLog;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Payloads list the other rows that the rules changed, wherever they are. */
@QuarkusTest
class AffectedTest {

    /** Tells the rows apart, with what the rules keep in them. */
    private static final String AFFECTED = """
            affected {
              is: __typename
              ... on OrderItem { id amount shippedOn }
              ... on Order { id amountTotal itemCount status }
              ... on Product { id unitsShipped unitsInStock }
              ... on User { id balance orderCount openOrderCount postCount }
              ... on Role { id userCount }
            }""";

    @Inject
    Seed seed;

    @BeforeEach
    void plant() throws Exception {
        seed.plant();
    }

    @Test
    void goesUpOverSeveralLevelsToRowsThatNobodyHasLoaded() {
        JsonNode affected = affected("updateOrderItem(input: {id: \"%d\", patch: {quantity: 41}}) {", "B/58");

        assertThat(affected).isEqualTo(Graphql.parse("""
                [{"is": "Order", "id": "%d", "amountTotal": "973.25", "itemCount": 2, "status": "OPEN"},
                 {"is": "User", "id": "%d", "balance": "1029.25", "orderCount": 5, "openOrderCount": 4, "postCount": 2}]""".formatted(seed.id("B"), seed.id("ALFKI"))));
    }

    @Test
    void goesDownToChildrenAndOnToTheirOtherParents() {
        JsonNode affected = affected("updateOrder(input: {id: \"%d\", patch: {shippedOn: \"2026-01-31\"}}) {", "B");

        assertThat(affected).isEqualTo(Graphql.parse("""
                [{"is": "OrderItem", "id": "%d", "amount": "530.00", "shippedOn": "2026-01-31"},
                 {"is": "OrderItem", "id": "%d", "amount": "430.00", "shippedOn": "2026-01-31"},
                 {"is": "Product", "id": "%d", "unitsShipped": 40, "unitsInStock": 22},
                 {"is": "Product", "id": "%d", "unitsShipped": 20, "unitsInStock": 6},
                 {"is": "User", "id": "%d", "balance": "56.00", "orderCount": 5, "openOrderCount": 3, "postCount": 2}]""".formatted(
                seed.id("B/58"), seed.id("B/71"), seed.id("product 58"), seed.id("product 71"), seed.id("ALFKI"))));
    }

    @Test
    void listsTheOldParentAndTheNew() {
        JsonNode affected = affected("updateOrder(input: {id: \"%d\", patch: {customerId: \"%d\"}}) {", "C", "ANATR");

        assertThat(affected).isEqualTo(Graphql.parse("""
                [{"is": "User", "id": "%d", "balance": "960.00", "orderCount": 4, "openOrderCount": 3, "postCount": 2},
                 {"is": "User", "id": "%d", "balance": "56.00", "orderCount": 2, "openOrderCount": 1, "postCount": 0}]""".formatted(seed.id("ALFKI"), seed.id("ANATR"))));
    }

    @Test
    void leavesOutWhatFallsWithItsParent() {
        JsonNode affected = affected("deleteOrder(input: {id: \"%d\"}) {", "A");

        assertThat(types(affected)).containsExactly("Product", "Product", "Product", "User");
        assertThat(affected.get(0).get("unitsShipped").asInt()).isZero();
    }

    @Test
    void leavesOutWhatTheOperationMakes() {
        JsonNode affected = affected(
                "createOrder(input: {order: {customerId: \"%d\", items: {create: [{productId: \"%d\"}]}}}) {",
                "ANATR", "product 1");

        assertThat(types(affected)).containsExactly("User");
        assertThat(affected.at("/0/balance").asText()).isEqualTo("18.00");
    }

    @Test
    void listsRowsOfTheRequestWhoseOtherAttributesTheRulesChanged() {
        JsonNode affected = affected(
                "updateOrder(input: {id: \"%d\", patch: {items: {update: [{key: {id: \"%d\"}, patch: {quantity: 1}}]}}}) {",
                "B", "B/58");

        assertThat(types(affected)).containsExactly("OrderItem", "User");
    }

    @Test
    void softDeletionAndRestorationReachTheAuthor() {
        assertThat(affected("deletePost(input: {id: \"%d\"}) {", "post 1")
                        .at("/0/postCount")
                        .asInt())
                .isEqualTo(1);
        assertThat(affected("restorePost(input: {id: \"%d\"}) {", "post 1")
                        .at("/0/postCount")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void isEmptyWhereRulesHaveNothingToDo() {
        assertThat(affected("updateOrder(input: {id: \"%d\", patch: {note: \"call first\"}}) {", "B"))
                .isEmpty();
    }

    /** Each payload lists what the operation affected, but its own row: the rules run once for all. */
    @Test
    void listsInEachPayloadWhatTheWholeOperationAffected() {
        JsonNode data = Answer.to("""
                        mutation {
                          user: updateUser(input: {id: "%d", patch: {active: false}}) { affected { __typename } }
                          item: updateOrderItem(input: {id: "%d", patch: {quantity: 41}}) { affected { __typename nodeId } }
                          order: updateOrder(input: {id: "%d", patch: {note: "x"}}) { one: affected { __typename } two: affected { ... on User { username } } }
                        }""".formatted(seed.id("ALFKI"), seed.id("B/58"), seed.id("B")))
                .succeeded();

        assertThat(types(data.at("/user/affected"))).containsExactly("Order", "OrderItem");
        assertThat(types(data.at("/item/affected"))).containsExactly("Order", "User");
        assertThat(types(data.at("/order/one"))).containsExactly("OrderItem", "User");
        assertThat(data.at("/order/two")).isEqualTo(Graphql.parse("[{}, {\"username\": \"ALFKI\"}]"));
    }

    @Test
    void readsOneStatementATypeAndNoneUnlessSelected() {
        String patch = "updateOrder(input: {id: \"%d\", patch: {shippedOn: \"%s\"}}) {";
        int without = statements("mutation { " + patch.formatted(seed.id("B"), "2026-01-31") + " order { id } } }");
        int with = statements(
                "mutation { " + patch.formatted(seed.id("C"), "2026-01-31") + " order { id } " + AFFECTED + " } }");

        assertThat(with - without).isEqualTo(3); // items, products, users
    }

    private int statements(String mutation) {
        try (SqlLog sql = SqlLog.open()) {
            Answer.to(mutation).succeeded();
            System.out.println(String.join("\n--", sql.statements()));
            return sql.statements().size();
        }
    }

    private JsonNode affected(String field, String... rows) {
        Object[] ids = List.of(rows).stream().map(seed::id).toArray();
        return Answer.to("mutation { it: " + field.formatted(ids) + AFFECTED + " } }")
                .succeeded()
                .at("/it/affected");
    }

    private static List<String> types(JsonNode rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.path(row.has("is") ? "is" : "__typename").asText())
                .toList();
    }
}
