package dev.quipu.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quipu.testing.Answer;
import dev.quipu.testing.Fault;
import dev.quipu.testing.Graphql;
import dev.quipu.testing.Operation;
import dev.quipu.testing.Seed;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many rows of one entity in one mutation. */
@QuarkusTest
class BulkWritesTest {

    @Inject
    Seed seed;

    @BeforeEach
    void plant() throws Exception {
        seed.plant();
    }

    @Test
    void makesRowsInTheOrderOfTheInput() {
        JsonNode payload =
                Answer.to("""
                        mutation {
                          createOrders(input: {orders: [
                            {customer: {connect: {username: "ANATR"}}, items: {create: [{product: {connect: {name: "product 2"}}, quantity: 2}]}}
                            {customerId: "%d", note: "second"}
                            {customer: {connect: {username: "ANATR"}}, items: {create: [{product: {connect: {name: "product 1"}}}]}}
                          ]}) {
                            count: affectedCount
                            orders { note amountTotal customer { username balance } items { nodes { amount } } }
                            __typename
                          }
                        }""".formatted(seed.id("ALFKI"))).succeeded().at("/createOrders");

        assertThat(payload).isEqualTo(Graphql.parse("""
                        {"count": 3, "__typename": "CreateOrdersPayload", "orders": [
                          {"note": null, "amountTotal": "38.00", "customer": {"username": "ANATR", "balance": "56.00"}, "items": {"nodes": [{"amount": "38.00"}]}},
                          {"note": "second", "amountTotal": "0.00", "customer": {"username": "ALFKI", "balance": "1016.00"}, "items": {"nodes": []}},
                          {"note": null, "amountTotal": "18.00", "customer": {"username": "ANATR", "balance": "56.00"}, "items": {"nodes": [{"amount": "18.00"}]}}]}"""));
        seed.changes()
                .inserted("orders", "amount_total 38.00", "item_count 1")
                .inserted("orders", "amount_total 0.00", "note second")
                .inserted("orders", "amount_total 18.00", "item_count 1")
                .inserted("order_items", "amount 38.00")
                .inserted("order_items", "amount 18.00")
                .updated("ANATR", "balance 56.00", "order_count 3", "open_order_count 2")
                .updated("ALFKI", "order_count 6", "open_order_count 5")
                .andNothingElse();
    }

    @Test
    void makesNothingOfAnEmptyList() {
        JsonNode payload = Answer.to("mutation { createOrders(input: {orders: []}) { affectedCount orders { id } } }")
                .succeeded()
                .at("/createOrders");

        assertThat(payload).isEqualTo(Graphql.parse("{\"affectedCount\": 0, \"orders\": []}"));
        seed.changes().andNothingElse();
    }

    @Test
    void changesEveryRowThatMatches() {
        JsonNode payload = Answer.to("""
                        mutation {
                          updateOrders(input: {
                            filter: {customer: {username: {eq: "ALFKI"}}, shippedOn: {isNull: true}, amountTotal: {gt: "0"}}
                            patch: {shippedOn: "2026-01-31"}
                          }) { affectedCount orders { id status customer { balance } } }
                        }""").succeeded().at("/updateOrders");

        assertThat(payload).isEqualTo(Graphql.parse("""
                        {"affectedCount": 2, "orders": [
                          {"id": "%d", "status": "SHIPPED", "customer": {"balance": "0.00"}},
                          {"id": "%d", "status": "SHIPPED", "customer": {"balance": "0.00"}}]}""".formatted(seed.id("B"), seed.id("C"))));
        seed.changes()
                .updated("B", "shipped_on 2026-01-31", "status SHIPPED", "version 1")
                .updated("C", "shipped_on 2026-01-31", "status SHIPPED", "version 1")
                .updated("B/58", "shipped_on 2026-01-31")
                .updated("B/71", "shipped_on 2026-01-31")
                .updated("C/1", "shipped_on 2026-01-31")
                .updated("C/2", "shipped_on 2026-01-31")
                .updated("product 58", "units_shipped 40", "units_in_stock 22")
                .updated("product 71", "units_shipped 20", "units_in_stock 6")
                .updated("product 1", "units_shipped 1", "units_in_stock 38")
                .updated("product 2", "units_shipped 2", "units_in_stock 15")
                .updated("ALFKI", "balance 0.00", "open_order_count 2")
                .andNothingElse();
    }

    @Test
    void changesRowsWhoseParentsTheyRead() {
        Answer.to("""
                        mutation {
                          updateOrderItems(input: {filter: {order: {id: {eq: "%d"}}}, patch: {quantity: 1}}) { affectedCount }
                        }""".formatted(seed.id("B"))).succeeded();

        seed.changes()
                .updated("B/58", "quantity 1", "amount 13.25", "version 1")
                .updated("B/71", "quantity 1", "amount 21.50", "version 1")
                .updated("B", "amount_total 34.75")
                .updated("ALFKI", "balance 90.75")
                .andNothingElse();
    }

    @Test
    void writesNestedRowsOfEachRowThatMatches() {
        Answer.to("""
                        mutation {
                          updateOrders(input: {
                            filter: {amountTotal: {eq: "0"}}
                            patch: {items: {create: [{productId: "%d", quantity: 2}]}}
                          }) { affectedCount }
                        }""".formatted(seed.id("product 1"))).succeeded();

        seed.changes()
                .inserted("order_items", "order_id " + seed.id("D"), "amount 36.00")
                .inserted("order_items", "order_id " + seed.id("E"), "amount 36.00")
                .updated("D", "amount_total 36.00", "item_count 1")
                .updated("E", "amount_total 36.00", "item_count 1")
                .updated("ALFKI", "balance 1088.00")
                .andNothingElse();
    }

    @Test
    void deletesEveryRowThatMatches() {
        JsonNode payload =
                Answer.to("""
                        mutation {
                          deleteOrders(input: {filter: {or: [{id: {in: ["%1$d", "%2$d"]}}, {id: {eq: "%1$d"}}]}}) { deletedIds affectedCount }
                        }""".formatted(seed.id("B"), seed.id("A"))).succeeded().at("/deleteOrders");

        assertThat(payload)
                .isEqualTo(Graphql.parse("{\"deletedIds\": [\"%d\", \"%d\"], \"affectedCount\": 2}"
                        .formatted(seed.id("A"), seed.id("B"))));
        seed.changes()
                .deleted("A", "A/28", "A/39", "A/46", "B", "B/58", "B/71")
                .updated("product 28", "units_shipped 0", "units_in_stock 41")
                .updated("product 39", "units_shipped 0", "units_in_stock 90")
                .updated("product 46", "units_shipped 0", "units_in_stock 97")
                .updated("ALFKI", "balance 56.00", "order_count 3", "open_order_count 3")
                .andNothingElse();
    }

    @Test
    void hidesSoftDeletableRowsOnce() {
        String delete = "mutation { deletePosts(input: {filter: {}}) { deletedIds affectedCount } }";

        assertThat(Answer.to(delete)
                        .succeeded()
                        .at("/deletePosts/affectedCount")
                        .asInt())
                .isEqualTo(2);
        assertThat(seed.now("post 1").get("deleted_at")).isNotNull();
        assertThat(seed.now("ALFKI")).containsEntry("post_count", "0");
        assertThat(Answer.to(delete)
                        .succeeded()
                        .at("/deletePosts/affectedCount")
                        .asInt())
                .isZero();
    }

    @Test
    void findsWhatEarlierPartsOfTheOperationWrote() {
        JsonNode data = operation()
                .patch("OrderItem", "C/1", "quantity: 100")
                .delete("Order", "B")
                .add(
                        "updateOrders(input: {filter: {amountTotal: {gt: \"500\"}}, patch: {note: \"large\"}}) { orders { id } }")
                .send()
                .succeeded();

        assertThat(data.at("/f2/orders").findValuesAsText("id"))
                .containsExactly(String.valueOf(seed.id("A")), String.valueOf(seed.id("C")));
    }

    @Test
    void refusesMoreRowsThanExpected() {
        List<Fault> faults = List.of(
                Answer.to(
                                "mutation { updateOrders(input: {filter: {}, patch: {note: \"x\"}, atMost: 5}) { affectedCount } }")
                        .refusedOnce(),
                Answer.to("mutation { deleteOrders(input: {filter: {}, atMost: 5}) { affectedCount } }")
                        .refusedOnce(),
                Answer.to("mutation { deleteOrderItems(input: {filter: {}, atMost: 0}) { affectedCount } }")
                        .refusedOnce());

        assertThat(faults).extracting(Fault::code).containsOnly("TOO_MANY_ROWS");
        assertThat(faults).extracting(Fault::inputPath).containsOnly("input.filter");
        assertThat(faults.get(0).message())
                .isEqualTo("6 rows of Order match, and atMost is 5. Narrow the filter, or raise atMost");
        assertThat(faults.get(0).values()).isEqualTo(Map.of("atMost", 5, "matching", 6));
        assertThat(faults.get(2).entity()).isEqualTo("OrderItem");
        seed.changes().andNothingElse();

        Answer.to("mutation { updateOrders(input: {filter: {}, patch: {note: \"x\"}, atMost: 6}) { affectedCount } }")
                .succeeded();
    }

    @Test
    void refusesMoreRowsThanAnyMutationTakes() {
        Map<String, ?> orders = Map.of("orders", Collections.nCopies(1001, Map.of("customerId", "1")));
        Fault tooLong = Answer.to(
                        "mutation($orders: [OrderCreate!]!) { createOrders(input: {orders: $orders}) { affectedCount } }",
                        orders)
                .refusedOnce();
        Fault tooFar = Answer.to("mutation { deleteOrders(input: {filter: {}, atMost: 1001}) { affectedCount } }")
                .refusedOnce();

        assertThat(List.of(tooLong, tooFar)).extracting(Fault::code).containsOnly("BAD_USER_INPUT");
        assertThat(tooLong.message()).isEqualTo("These are 1001 rows; one mutation takes at most 1000. Send several");
        assertThat(tooLong.inputPath()).isEqualTo("input.orders");
        assertThat(tooFar.message()).isEqualTo("atMost takes a number from 0 to 1000, not 1001");
        assertThat(tooFar.inputPath()).isEqualTo("input.atMost");
    }

    @Test
    void refusesAPatchThatWritesTooManyRowsForEachRow() {
        Fault fault = Answer.to(
                        "mutation($items: [OrderItemCreate!]) { updateOrders(input: {filter: {}, atMost: 1000, patch: {items: {create: $items}}}) { affectedCount } }",
                        Map.of("items", Collections.nCopies(11, Map.of("productId", "1"))))
                .refusedOnce();

        assertThat(fault.code()).isEqualTo("BAD_USER_INPUT");
        assertThat(fault.inputPath()).isEqualTo("input.patch");
        assertThat(fault.message())
                .isEqualTo(
                        "11 rows nested in the patch and atMost 1000 may come to 11000 rows; one mutation writes at most"
                                + " 10000. Lower atMost, or nest fewer rows");
        seed.changes().andNothingElse();
    }

    @Test
    void refusesAFilterThatMayBeForgotten() {
        Fault absent = Answer.to("mutation { deleteOrders(input: {}) { affectedCount } }")
                .refusedOnce();
        Fault empty = Answer.to("mutation { deleteOrders(input: {filter: {id: {eq: null}}}) { affectedCount } }")
                .refusedOnce();
        Fault unset = Answer.to(
                        "mutation($id: ID) { deleteOrders(input: {filter: {id: {eq: $id}}}) { affectedCount } }",
                        Map.of())
                .refusedOnce();
        Fault path = Answer.to(
                        "mutation { deleteUsers(input: {filter: {preferences: {pathMatch: \"$$$\"}}}) { affectedCount } }")
                .refusedOnce();

        assertThat(List.of(absent, empty, unset, path)).extracting(Fault::code).containsOnly("BAD_USER_INPUT");
        assertThat(List.of(empty, path)).extracting(Fault::inputPath).containsOnly("input.filter");
        seed.changes().andNothingElse();
    }

    @Test
    void saysWhichRowOfTheListIsWrong() {
        List<Fault> faults =
                Answer.to("""
                        mutation {
                          createOrders(input: {orders: [
                            {customerId: "%1$d"}
                            {customer: {connect: {username: "NOBODY"}}}
                            {note: "whose?"}
                            {customerId: "%1$d", items: {create: [{productId: "%2$d", quantity: -1}]}}
                          ]}) { affectedCount }
                        }""".formatted(seed.id("ALFKI"), seed.id("product 1"))).refused();

        assertThat(faults)
                .extracting(Fault::code, Fault::inputPath)
                .containsExactly(
                        tuple("NOT_FOUND", "input.orders.1.customer.connect.username"),
                        tuple("BAD_USER_INPUT", "input.orders.2"),
                        tuple("CONSTRAINT_VIOLATION", "input.orders.3.items.create.0.quantity"));
        seed.changes().andNothingElse();
    }

    private Operation operation() {
        return new Operation(seed);
    }
}
