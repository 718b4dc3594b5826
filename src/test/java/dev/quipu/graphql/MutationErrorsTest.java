package dev.quipu.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quipu.testing.Answer;
import dev.quipu.testing.Fault;
import dev.quipu.testing.Operation;
import dev.quipu.testing.Seed;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a refused mutation tells. Whatever is refused, nothing is written. */
@QuarkusTest
class MutationErrorsTest {

    @Inject
    Seed seed;

    @BeforeEach
    void plant() throws Exception {
        seed.plant();
    }

    @AfterEach
    void nothingIsWritten() {
        seed.changes().andNothingElse();
    }

    @Test
    void anUpdateOfARowThatIsNotThere() {
        Fault fault = Answer.to(
                        "mutation { gone: updateOrder(input: {id: \"-1\", patch: {note: \"x\"}}) { order { id } } }")
                .refusedOnce();

        assertThat(fault.code()).isEqualTo("NOT_FOUND");
        assertThat(fault.path()).isEqualTo("gone");
        assertThat(fault.inputPath()).isEqualTo("input.id");
        assertThat(fault.entity()).isEqualTo("Order");
        assertThat(fault.id()).isEqualTo("-1");
        assertThat(fault.message()).isEqualTo("There is no Order -1");
        assertThat(fault.retryable()).isFalse();
    }

    @Test
    void everyRowThatIsNotThere() {
        List<Fault> faults = Answer.to("""
                        mutation {
                          a: deleteOrder(input: {id: "-1"}) { deletedId }
                          b: restorePost(input: {id: "%d"}) { post { id } }
                          c: createOrder(input: {order: {customer: {connect: {username: "NOBODY"}}}}) { order { id } }
                        }""".formatted(seed.id("post 1"))).refused();

        assertThat(faults).extracting(Fault::code).containsOnly("NOT_FOUND");
        assertThat(faults).extracting(Fault::path).containsExactly("a", "b", "c");
        assertThat(faults)
                .extracting(Fault::inputPath)
                .containsExactly("input.id", "input.id", "input.order.customer.connect.username");
    }

    @Test
    void aRowThatIsDeletedWhileOneInMemoryRefersToIt() {
        String delete = "deleteRoles(input: {filter: {name: {eq: \"buyer\"}}}) { deletedIds }";
        String again =
                "updateUser(input: {id: \"%d\", patch: {role: {connectOrCreate: {key: {name: \"buyer\"}, create: {name: \"buyer\"}}}}}) { user { id } }"
                        .formatted(seed.id("ALFKI"));
        Fault before = new Operation(seed)
                .patch("User", "ALFKI", "active: false, role: {connect: {name: \"buyer\"}}")
                .add(delete)
                .send()
                .refusedOnce();
        Fault after = new Operation(seed).add(delete).add(again).send().refusedOnce();

        assertThat(List.of(before, after)).extracting(Fault::code).containsOnly("REFERENCE_VIOLATION");
        assertThat(before.path()).isEqualTo("f1");
        assertThat(after.path()).isEqualTo("f0");
        assertThat(before.message())
                .isEqualTo("Role " + seed.id("buyer")
                        + " is still referred to by rows of User. Delete or move those first");
        seed.changes().andNothingElse();
    }

    @Test
    void aVersionOfARowThatTheOperationHasDeleted() {
        String again = "deleteUser(input: {id: \"%d\", expectedVersion: 3}) { deletedId }".formatted(seed.id("ANATR"));
        Fault whole = new Operation(seed)
                .delete("Order", "F")
                .delete("User", "ANATR")
                .add(again)
                .send()
                .refusedOnce();
        Fault nested = Answer.to("""
                        mutation {
                          deleteOrderItem(input: {id: "%1$d"}) { deletedId }
                          updateOrder(input: {id: "%2$d", patch: {items: {delete: [{key: {id: "%1$d"}, expectedVersion: 3}]}}}) { order { id } }
                        }""".formatted(seed.id("B/58"), seed.id("B"))).refusedOnce();

        assertThat(List.of(whole, nested)).extracting(Fault::code).containsOnly("VERSION_CONFLICT");
        assertThat(whole.path()).isEqualTo("f2");
        assertThat(whole.inputPath()).isEqualTo("input.expectedVersion");
        assertThat(nested.inputPath()).isEqualTo("input.patch.items.delete.0.expectedVersion");
        assertThat(nested.values()).isEqualTo(Map.of("expectedVersion", 3, "version", 0));
    }

    @Test
    void aVersionOfANestedRowThatIsNotTheStoredOne() {
        Fault fault = Answer.to("""
                        mutation {
                          updateOrder(input: {id: "%d", patch: {items: {update: [{key: {id: "%d"}, expectedVersion: 7, patch: {quantity: 1}}]}}}) { order { id } }
                        }""".formatted(seed.id("B"), seed.id("B/58"))).refusedOnce();

        assertThat(fault.code()).isEqualTo("VERSION_CONFLICT");
        assertThat(fault.inputPath()).isEqualTo("input.patch.items.update.0.expectedVersion");
        assertThat(fault.entity()).isEqualTo("OrderItem");
        assertThat(fault.id()).isEqualTo(String.valueOf(seed.id("B/58")));
        assertThat(fault.values()).isEqualTo(Map.of("expectedVersion", 7, "version", 0));
    }

    @Test
    void aVersionThatIsNotTheStoredOne() {
        Fault fault = Answer.to(
                        "mutation { updateUser(input: {id: \"%d\", expectedVersion: 3, patch: {active: false}}) { user { id } } }"
                                .formatted(seed.id("ALFKI")))
                .refusedOnce();

        assertThat(fault.code()).isEqualTo("VERSION_CONFLICT");
        assertThat(fault.inputPath()).isEqualTo("input.expectedVersion");
        assertThat(fault.entity()).isEqualTo("User");
        assertThat(fault.id()).isEqualTo(String.valueOf(seed.id("ALFKI")));
        assertThat(fault.values()).isEqualTo(Map.of("expectedVersion", 3, "version", 0));
    }

    @Test
    void aValueThatAnotherRowHas() {
        Fault fault = Answer.to(
                        "mutation { createUser(input: {user: {username: \"ALFKI\", email: \"a@b.c\"}}) { user { id } } }")
                .refusedOnce();

        assertThat(fault.code()).isEqualTo("UNIQUE_VIOLATION");
        assertThat(fault.path()).isEqualTo("createUser");
        assertThat(fault.inputPath()).isEqualTo("input.user.username");
        assertThat(fault.entity()).isEqualTo("User");
        assertThat(fault.fields()).containsExactly("username");
        assertThat(fault.message()).isEqualTo("There is already a User with username \"ALFKI\"");
    }

    @Test
    void aRowThatOthersReferTo() {
        Fault fault = operation().delete("Product", "product 58").send().refusedOnce();

        assertThat(fault.code()).isEqualTo("REFERENCE_VIOLATION");
        assertThat(fault.inputPath()).isEqualTo("input.id");
        assertThat(fault.entity()).isEqualTo("Product");
        assertThat(fault.id()).isEqualTo(String.valueOf(seed.id("product 58")));
    }

    @Test
    void aReferenceToARowThatIsNotThere() {
        String item =
                "createOrder(input: {order: {customerId: \"%d\", items: {create: [{productId: \"-1\"}]}}}) { order { id } }"
                        .formatted(seed.id("ALFKI"));
        Fault product = operation().add(item).send().refusedOnce();
        Fault customer = Answer.to("mutation { createOrder(input: {order: {customerId: \"-2\"}}) { order { id } } }")
                .refusedOnce();
        Fault role = operation().patch("User", "ALFKI", "roleId: \"-3\"").send().refusedOnce();

        assertThat(List.of(product, customer, role)).extracting(Fault::code).containsOnly("REFERENCE_VIOLATION");
        assertThat(List.of(product, customer, role))
                .extracting(Fault::inputPath)
                .containsExactly(
                        "input.order.items.create.0.productId", "input.order.customerId", "input.patch.roleId");
        assertThat(List.of(product, customer, role))
                .extracting(Fault::message)
                .containsExactly(
                        "There is no Product -1 for OrderItem.product",
                        "There is no User -2 for Order.customer",
                        "There is no Role -3 for User.role");
    }

    @Test
    void allBrokenConstraintsOfRows() {
        List<Fault> faults = operation()
                .add("createProduct(input: {product: {name: \"x\", unitPrice: \"-1\"}}) { product { id } }")
                .patch("OrderItem", "B/58", "quantity: -1")
                .send()
                .refused();

        assertThat(faults).extracting(Fault::code).containsOnly("CONSTRAINT_VIOLATION");
        assertThat(faults).extracting(Fault::rule).containsExactly("Product.unitPrice.Min", "OrderItem.quantity.Min");
        assertThat(faults).extracting(Fault::path).containsExactly("f0", "f1");
        assertThat(faults)
                .extracting(Fault::inputPath)
                .containsExactly("input.product.unitPrice", "input.patch.quantity");
        assertThat(faults.get(0).values()).isEqualTo(Map.of("unitPrice", "-1.00"));
    }

    @Test
    void allBrokenInvariants() {
        List<Fault> faults = operation()
                .placeOrder("ALFKI", "2 x 20000")
                .placeOrder("ANATR", "1 x 1", "2 x 100")
                .send()
                .refused();

        assertThat(faults).hasSize(2).extracting(Fault::code).containsOnly("CONSTRAINT_VIOLATION");
        assertThat(faults).extracting(Fault::rule).containsOnly("User.withinCreditLimit");
        assertThat(faults).extracting(Fault::path).containsExactlyInAnyOrder("f0", "f1");
        assertThat(faults).extracting(Fault::inputPath).containsOnly("input.order");
        Fault second = faults.stream()
                .filter(fault -> fault.path().equals("f1"))
                .findFirst()
                .orElseThrow();
        assertThat(second.message()).isEqualTo("balance 1918.00 exceeds credit limit 1000.00");
        assertThat(second.entity()).isEqualTo("User");
        assertThat(second.id()).isEqualTo(String.valueOf(seed.id("ANATR")));
        assertThat(second.fields()).containsExactly("balance");
        assertThat(second.values()).isEqualTo(Map.of("balance", "1918.00", "creditLimit", "1000.00"));
    }

    @Test
    void anInvariantThatAnUpdateOfAnItemBreaksIsBlamedOnTheItem() {
        Fault fault = operation()
                .patch("Product", "product 1", "weight: 2.5")
                .patch("OrderItem", "B/58", "quantity: 1111")
                .send()
                .refusedOnce();

        assertThat(fault.path()).isEqualTo("f1");
        assertThat(fault.inputPath()).isEqualTo("input.patch");
    }

    @Test
    void whatIsDeletedSoftly() {
        operation().delete("Post", "post 1").send().succeeded();
        seed.remember();

        List<Fault> faults = operation()
                .patch("Post", "post 1", "body: \"x\"")
                .delete("Post", "post 1")
                .patch("User", "ANATR", "posts: {connect: [{id: \"%d\"}]}".formatted(seed.id("post 1")))
                .send()
                .refused();

        assertThat(faults).hasSize(3).extracting(Fault::code).containsOnly("NOT_FOUND");
    }

    private Operation operation() {
        return new Operation(seed);
    }
}
