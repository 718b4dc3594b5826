package dev.quipu.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.quipu.testing.Answer;
import dev.quipu.testing.Fault;
import dev.quipu.testing.Operation;
import dev.quipu.testing.Seed;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everything that speaks against an operation is told at once, whoever finds it; and what only seems to is not. */
@QuarkusTest
class AllErrorsTest {

    private static final String USER = "createUser(input: {user: {username: \"%s\", email: \"%s\"}}) { user { id } }";

    @Inject
    Seed seed;

    @BeforeEach
    void plant() throws Exception {
        seed.plant();
    }

    @Test
    void valuesThatAreTakenAndTargetsThatAreMissing() {
        List<Fault> faults = operation()
                .add(USER.formatted("ALFKI", "ANATR@example.org"))
                .add(
                        "createOrder(input: {order: {customerId: \"-2\", items: {create: [{productId: \"-1\"}]}}}) { order { id } }")
                .add(USER.formatted("new", "new"))
                .add(USER.formatted("new", "newer"))
                .send()
                .refused();

        assertThat(faults)
                .extracting(Fault::code, Fault::path, Fault::inputPath)
                .containsExactlyInAnyOrder(
                        tuple("UNIQUE_VIOLATION", "f0", "input.user.username"),
                        tuple("UNIQUE_VIOLATION", "f0", "input.user.email"),
                        tuple("REFERENCE_VIOLATION", "f1", "input.order.customerId"),
                        tuple("REFERENCE_VIOLATION", "f1", "input.order.items.create.0.productId"),
                        tuple("UNIQUE_VIOLATION", "f3", "input.user.username"));
        seed.changes().andNothingElse();
    }

    @Test
    void whatTheDatabaseWouldRefuseBesideWhatIsRefusedBefore() {
        List<Fault> faults = Answer.to("""
                        mutation {
                          createProducts(input: {products: [
                            {name: "product 1", unitPrice: "1"}
                            {name: "a", unitPrice: "-1"}
                            {name: "b", unitPrice: "0.001"}
                          ]}) { affectedCount }
                          createOrder(input: {order: {customerId: "-2"}}) { order { id } }
                          deleteUser(input: {id: "-3"}) { deletedId }
                        }""").refused();

        assertThat(faults)
                .extracting(Fault::code, Fault::path, Fault::inputPath)
                .containsExactlyInAnyOrder(
                        tuple("UNIQUE_VIOLATION", "createProducts", "input.products.0.name"),
                        tuple("CONSTRAINT_VIOLATION", "createProducts", "input.products.1.unitPrice"),
                        tuple("BAD_USER_INPUT", "createProducts", "input.products.2.unitPrice"),
                        tuple("REFERENCE_VIOLATION", "createOrder", "input.order.customerId"),
                        tuple("NOT_FOUND", "deleteUser", "input.id"));
        assertThat(faults).extracting(Fault::path).isSortedAccordingTo(this::inTheOrderOfTheRequest);
        seed.changes().andNothingElse();
    }

    @Test
    void aValueThatTheOperationGaveUpIsFree() {
        operation()
                .delete("Product", "product 99")
                .add("createProduct(input: {product: {name: \"product 99\", unitPrice: \"1\"}}) { product { id } }")
                .patch("User", "ALFKI", "username: \"old\"")
                .patch("User", "ANATR", "username: \"ALFKI\"")
                .patch("User", "ALFKI", "username: \"ANATR\"")
                .send()
                .succeeded();

        seed.changes()
                .deleted("product 99")
                .inserted("products", "name product 99", "unit_price 1.00")
                .updated("ALFKI", "username ANATR", "version 2")
                .updated("ANATR", "username ALFKI", "version 1")
                .andNothingElse();
    }

    @Test
    void aValueThatIsGivenUpTooLateSaysSo() {
        Fault swapped = operation()
                .patch("User", "ALFKI", "username: \"ANATR\"")
                .patch("User", "ANATR", "username: \"ALFKI\"")
                .send()
                .refusedOnce();
        Fault late = operation()
                .add("createProduct(input: {product: {name: \"product 99\", unitPrice: \"1\"}}) { product { id } }")
                .delete("Product", "product 99")
                .send()
                .refusedOnce();

        assertThat(List.of(swapped, late)).extracting(Fault::code).containsOnly("UNIQUE_VIOLATION");
        assertThat(List.of(swapped, late)).extracting(Fault::path).containsOnly("f0");
        assertThat(swapped.message())
                .isEqualTo(
                        "There is already a User with username \"ANATR\", until a later part of this operation gives it up. Put that part first; to swap two values, go through a third");
        seed.changes().andNothingElse();
    }

    @Test
    void aValueOfARowThatTheOperationDeletedAgainIsFree() {
        String delete = "deleteUsers(input: {filter: {username: {eq: \"n1\"}}}) { affectedCount }";
        String upsert =
                "upsertUser(input: {key: {username: \"n1\"}, create: {username: \"n1\", email: \"n2\"}}) { created }";
        String failing = "deleteOrder(input: {id: \"-1\"}) { deletedId }";

        List<Fault> last = operation()
                .add(USER.formatted("n1", "n1"))
                .add(delete)
                .add(upsert)
                .add(failing)
                .send()
                .refused();
        List<Fault> first = operation()
                .add(failing)
                .add(USER.formatted("n1", "n1"))
                .add(delete)
                .add(USER.formatted("n1", "n2"))
                .send()
                .refused();

        assertThat(last).extracting(Fault::code).containsExactly("NOT_FOUND");
        assertThat(first).extracting(Fault::code).containsExactly("NOT_FOUND");
        seed.changes().andNothingElse();
    }

    @Test
    void aRowAndWhatItRefersToGoInAnyOrder() {
        operation()
                .delete("Product", "product 58")
                .delete("Product", "product 71")
                .delete("Order", "B")
                .send()
                .succeeded();

        seed.changes()
                .deleted("B", "B/58", "B/71", "product 58", "product 71")
                .updated("ALFKI", "balance 56.00", "order_count 4", "open_order_count 3")
                .andNothingElse();
    }

    @Test
    void aNullSaysWhatToDoInstead() {
        Fault created = Answer.to(
                        "mutation { createUser(input: {user: {username: \"a\", email: \"a\", creditLimit: null}}) { user { id } } }")
                .refusedOnce();
        Fault patched =
                operation().patch("User", "ALFKI", "creditLimit: null").send().refusedOnce();
        Fault customer = Answer.to("mutation { createOrder(input: {order: {customerId: null}}) { order { id } } }")
                .refusedOnce();
        Fault moved = operation().patch("Order", "B", "customer: null").send().refusedOnce();

        assertThat(List.of(created, patched, customer, moved))
                .extracting(Fault::code)
                .containsOnly("BAD_USER_INPUT");
        assertThat(created.message()).isEqualTo("creditLimit cannot be null. Leave the field out for its default");
        assertThat(patched.message()).isEqualTo("creditLimit cannot be null. Leave the field out to keep its value");
        assertThat(customer.message()).isEqualTo("customer cannot be null. A new Order needs one");
        assertThat(moved.message()).isEqualTo("customer cannot be null. Leave the field out to keep its value");
        seed.changes().andNothingElse();
    }

    private int inTheOrderOfTheRequest(String a, String b) {
        List<String> order = List.of("createProducts", "createOrder", "deleteUser");
        return Integer.compare(order.indexOf(a), order.indexOf(b));
    }

    private Operation operation() {
        return new Operation(seed);
    }
}
