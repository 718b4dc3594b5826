package dev.quipu.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quipu.query.NodeId;
import dev.quipu.testing.Fault;
import dev.quipu.testing.Operation;
import dev.quipu.testing.Seed;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a mutation tells whose input makes no sense. Nothing is written. */
@QuarkusTest
class MutationInputErrorsTest {

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
    void valuesThatDoNotFit() {
        String body = "x".repeat(141);
        List<Fault> faults = operation()
                .patch("Post", "post 1", "body: \"%s\"".formatted(body))
                .patch("User", "ALFKI", "creditLimit: \"1.005\", username: null")
                .patch("User", "ANATR", "creditLimit: \"12345678901\"")
                .send()
                .refused();

        assertThat(faults).extracting(Fault::code).containsOnly("BAD_USER_INPUT");
        assertThat(faults)
                .extracting(Fault::inputPath)
                .containsExactly(
                        "input.patch.body",
                        "input.patch.username",
                        "input.patch.creditLimit",
                        "input.patch.creditLimit");
        assertThat(faults)
                .extracting(Fault::message)
                .containsExactly(
                        "body takes at most 140 characters; this text has 141",
                        "username cannot be null. Leave the field out to keep its value",
                        "creditLimit takes at most 2 digits after the point; this number has 3",
                        "creditLimit takes at most 10 digits before the point; this number has 11");
    }

    @Test
    void jsonThatCannotBeStored() {
        List<Fault> faults = operation()
                .patch("User", "ALFKI", "preferences: {a: [\"b\\u0000\"]}")
                .patch("User", "ANATR", "preferences: \"\\u0000\"")
                .send()
                .refused();

        assertThat(faults).extracting(Fault::code).containsOnly("BAD_USER_INPUT");
        assertThat(faults)
                .extracting(Fault::message)
                .containsOnly("A text contains the character U+0000, which the database cannot hold; leave it out.");
    }

    @Test
    void partsThatContradictEachOther() {
        String post = new NodeId("Post", String.valueOf(seed.id("post 1"))).encode();
        List<Fault> faults = operation()
                .add(
                        "createOrder(input: {order: {customerId: \"1\", customer: {connect: {id: \"1\"}}}}) { order { id } }")
                .add("createOrder(input: {order: {customer: {connect: {nodeId: \"%s\"}}}}) { order { id } }"
                        .formatted(post))
                .add("deleteOrder(input: {id: \"first\"}) { deletedId }")
                .send()
                .refused();

        assertThat(faults).extracting(Fault::code).containsOnly("BAD_USER_INPUT");
        assertThat(faults).extracting(Fault::path).containsExactly("f0", "f1", "f2");
        assertThat(faults)
                .extracting(Fault::inputPath)
                .containsExactly("input.order", "input.order.customer.connect.nodeId", "input.id");
    }

    @Test
    void aReferenceThatIsMissingAndOneThatIsImplied() {
        List<Fault> faults = operation()
                .add("createOrder(input: {order: {note: \"x\"}}) { order { id } }")
                .add(
                        "createOrder(input: {order: {customerId: \"%d\", items: {create: [{orderId: \"1\", productId: \"%d\"}]}}}) { order { id } }"
                                .formatted(seed.id("ALFKI"), seed.id("product 1")))
                .send()
                .refused();

        assertThat(faults)
                .extracting(Fault::message)
                .containsExactly(
                        "A new Order needs customer, which is not given",
                        "order is the Order that this OrderItem is nested in. Leave it out");
        assertThat(faults)
                .extracting(Fault::inputPath)
                .containsExactly("input.order", "input.order.items.create.0.orderId");
    }

    @Test
    void aDerivedAttribute() {
        Fault fault =
                operation().patch("User", "ALFKI", "balance: \"0.00\"").send().refusedOnce();

        assertThat(fault.code()).isEqualTo("BAD_USER_INPUT");
        assertThat(fault.message()).contains("balance");
    }

    private Operation operation() {
        return new Operation(seed);
    }
}
