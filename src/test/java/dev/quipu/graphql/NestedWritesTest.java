package dev.quipu.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quipu.testing.Answer;
import dev.quipu.testing.Fault;
import dev.quipu.testing.Operation;
import dev.quipu.testing.Seed;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that are written together with those they belong to. */
@QuarkusTest
class NestedWritesTest {

    @Inject
    Seed seed;

    @BeforeEach
    void plant() throws Exception {
        seed.plant();
    }

    @Test
    void createsAnOrderWithItsCustomerAndItems() {
        JsonNode data = Answer.to("""
                        mutation($product: ID!) {
                          createOrder(input: {order: {
                            customer: {create: {username: "WOLZA", email: "wolza@example.org"}}
                            items: {create: [{productId: $product, quantity: 3}, {product: {connect: {name: "product 2"}}}]}
                          }}) {
                            order {
                              amountTotal itemCount status customer { username creditLimit balance openOrderCount }
                              items(orderBy: [{id: ASC}]) { nodes { quantity unitPrice amount product { name } } }
                            }
                          }
                        }""", Map.of("product", seed.id("product 1"))).succeeded();

        assertThat(data)
                .hasToString(
                        "{'createOrder':{'order':{'amountTotal':'73.00','itemCount':2,'status':'OPEN','customer':{'username':'WOLZA','creditLimit':'1000.00','balance':'73.00','openOrderCount':1},'items':{'nodes':[{'quantity':3,'unitPrice':'18.00','amount':'54.00','product':{'name':'product 1'}},{'quantity':1,'unitPrice':'19.00','amount':'19.00','product':{'name':'product 2'}}]}}}}"
                                .replace('\'', '"'));
        seed.changes()
                .inserted("users", "username WOLZA", "balance 73.00", "order_count 1", "open_order_count 1")
                .inserted("orders", "amount_total 73.00")
                .inserted("order_items", "amount 54.00")
                .inserted("order_items", "amount 19.00")
                .andNothingElse();
    }

    @Test
    void connectsByAKeyOrCreates() {
        String post =
                "createPost(input: {post: {body: \"hi\", author: {connectOrCreate: {key: {username: \"%s\"}, create: {username: \"%s\", email: \"new@example.org\"}}}}}) { post { id } }";
        operation()
                .add(post.formatted("ANATR", "ANATR"))
                .add(post.formatted("WOLZA", "WOLZA"))
                .add(post.formatted("WOLZA", "WOLZA"))
                .send()
                .succeeded();

        String postedAt = seed.now("ANATR").get("last_posted_at");
        seed.changes()
                .updated("ANATR", "post_count 1", "last_posted_at " + postedAt)
                .inserted("users", "username WOLZA", "post_count 2")
                .inserted("posts", "body hi", "author_id " + seed.id("ANATR"))
                .inserted("posts", "body hi")
                .inserted("posts", "body hi")
                .andNothingElse();
    }

    @Test
    void createsChangesAndDeletesItemsWithTheirOrder() {
        operation()
                .patch("Order", "B", """
                        items: {
                          create: [{productId: "%d", quantity: 2}]
                          update: [{key: {id: "%d"}, expectedVersion: 0, patch: {quantity: 10}}]
                          delete: [{key: {id: "%d"}}]
                        }""".formatted(seed.id("product 1"), seed.id("B/58"), seed.id("B/71")))
                .send()
                .succeeded();

        seed.changes()
                .inserted("order_items", "order_id " + seed.id("B"), "amount 36.00")
                .updated("B/58", "quantity 10", "amount 132.50", "version 1")
                .deleted("B/71")
                .updated("B", "amount_total 168.50")
                .updated("ALFKI", "balance 224.50")
                .andNothingElse();
    }

    @Test
    void connectsAndUpsertsItemsWithTheirOrder() {
        operation()
                .patch("Order", "B", """
                        items: {
                          connect: [{id: "%1$d"}]
                          upsert: [
                            {key: {id: "%2$d"}, create: {productId: "%3$d"}, patch: {quantity: 41}}
                            {create: {productId: "%3$d"}}
                          ]
                        }""".formatted(seed.id("C/1"), seed.id("B/58"), seed.id("product 2")))
                .send()
                .succeeded();

        seed.changes()
                .updated("C/1", "order_id " + seed.id("B"), "version 1")
                .updated("C", "amount_total 38.00", "item_count 1")
                .updated("B/58", "quantity 41", "amount 543.25", "version 1")
                .inserted("order_items", "order_id " + seed.id("B"), "amount 19.00")
                .updated("B", "amount_total 1010.25", "item_count 4")
                .updated("ALFKI", "balance 1048.25")
                .andNothingElse();
    }

    @Test
    void replacesTheItemsOfAnOrder() {
        operation()
                .patch(
                        "Order",
                        "B",
                        "items: {set: [{key: {id: \"%d\"}, create: {}}, {create: {productId: \"%d\", quantity: 2}}]}"
                                .formatted(seed.id("B/71"), seed.id("product 1")))
                .send()
                .succeeded();

        seed.changes()
                .deleted("B/58")
                .inserted("order_items", "order_id " + seed.id("B"), "amount 36.00")
                .updated("B", "amount_total 466.00")
                .updated("ALFKI", "balance 522.00")
                .andNothingElse();
    }

    @Test
    void disconnectsWhatMayBeNobodys() {
        operation()
                .patch(
                        "Role",
                        "buyer",
                        "users: {disconnect: [{username: \"ALFKI\"}], connect: [{username: \"ANATR\"}]}")
                .send()
                .succeeded();

        seed.changes()
                .updated("ALFKI", "role_id null", "version 1")
                .updated("ANATR", "role_id " + seed.id("buyer"), "version 1")
                .andNothingElse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            connect: [{ID}], disconnect: [{ID}]                                      | disconnect.0.id
            disconnect: [{ID}], delete: [{key: {ID}}]                                | delete.0.key.id
            update: [{key: {ID}, patch: {}}], delete: [{key: {ID}}]                  | delete.0.key.id
            update: [{key: {ID}, patch: {}}, {key: {ID}, patch: {}}]                 | update.1.key.id
            upsert: [{key: {ID}, create: {username: "a", email: "a"}}], connect: [{ID}] | upsert.0.key.id
            set: [{key: {ID}, create: {username: "a", email: "a"}}, {key: {ID}, create: {username: "b", email: "b"}}] | set.1.key.id
            """)
    void refusesVerbsThatContradictEachOther(String verbs, String place) {
        String id = "id: \"" + seed.id("ALFKI") + "\"";
        Fault fault = operation()
                .patch("Role", "buyer", "users: {" + verbs.replace("ID", id) + "}")
                .send()
                .refusedOnce();

        assertThat(fault.code()).isEqualTo("BAD_USER_INPUT");
        assertThat(fault.inputPath()).isEqualTo("input.patch.users." + place);
        assertThat(fault.message()).contains("User " + seed.id("ALFKI") + " is also at input.patch.users.");
        seed.changes().andNothingElse();
    }

    @Test
    void changesWhatItConnects() {
        String key = "id: \"" + seed.id("ANATR") + "\"";
        operation()
                .patch(
                        "Role",
                        "buyer",
                        "users: {connect: [{%1$s}, {%1$s}], update: [{key: {%1$s}, patch: {active: false}}]}"
                                .formatted(key))
                .send()
                .succeeded();

        seed.changes()
                .updated("ANATR", "role_id " + seed.id("buyer"), "active f", "version 1")
                .updated("buyer", "user_count 2")
                .andNothingElse();
    }

    @Test
    void refusesAnItemOfAnotherOrder() {
        Fault fault = operation()
                .patch("Order", "B", "items: {delete: [{key: {id: \"%d\"}}]}".formatted(seed.id("C/1")))
                .send()
                .refusedOnce();

        assertThat(fault.code()).isEqualTo("NOT_FOUND");
        assertThat(fault.inputPath()).isEqualTo("input.patch.items.delete.0.key.id");
        seed.changes().andNothingElse();
    }

    @Test
    void keepsAnItemThatMovesAwayFromAnOrderThatIsDeleted() {
        operation()
                .patch("OrderItem", "C/1", "orderId: \"%d\"".formatted(seed.id("D")))
                .delete("Order", "C")
                .send()
                .succeeded();

        seed.changes()
                .updated("C/1", "order_id " + seed.id("D"), "version 1")
                .updated("D", "amount_total 18.00", "item_count 1")
                .deleted("C", "C/2")
                .updated("ALFKI", "balance 978.00", "order_count 4", "open_order_count 3")
                .andNothingElse();
    }

    @Test
    void findsRowsByTheKeysThatTheOperationGaveThem() {
        operation()
                .patch("User", "ANATR", "username: \"ANTON\"")
                .patch("Role", "buyer", "users: {connect: [{username: \"ANTON\"}]}")
                .send()
                .succeeded();

        seed.changes()
                .updated("ANATR", "username ANTON", "role_id " + seed.id("buyer"), "version 1")
                .updated("buyer", "user_count 2")
                .andNothingElse();

        Fault fault = operation()
                .patch("User", "ANATR", "username: \"AROUT\"")
                .patch("Role", "clerk", "users: {connect: [{username: \"ANTON\"}]}")
                .send()
                .refusedOnce();
        assertThat(fault.code()).isEqualTo("NOT_FOUND");
    }

    private Operation operation() {
        return new Operation(seed);
    }
}
