package dev.quipu.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quipu.testing.Answer;
import dev.quipu.testing.Fault;
import dev.quipu.testing.Operation;
import dev.quipu.testing.Seed;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The operation written as code, over HTTP. */
@QuarkusTest
class ShippingTest {

    @Inject
    Seed seed;

    @BeforeEach
    void plant() throws Exception {
        seed.plant();
    }

    @Test
    void shipsWithAllThatFollowsByRules() {
        JsonNode order = Answer.to(
                        "mutation { shipOrder(order: {id: %d}) { status shippedOn customer { balance openOrderCount } } }"
                                .formatted(seed.id("B")))
                .succeeded()
                .get("shipOrder");

        assertThat(order.get("status").asText()).isEqualTo("SHIPPED");
        assertThat(order.get("shippedOn").asText())
                .isEqualTo(LocalDate.now(ZoneOffset.UTC).toString());
        assertThat(order.at("/customer/openOrderCount").asInt()).isEqualTo(3);
        assertThat(order.at("/customer/balance").asText()).isEqualTo("56.00");
        assertThat(seed.now("ALFKI")).containsEntry("balance", "56.00");
        assertThat(seed.now("product 58")).containsEntry("units_shipped", "40").containsEntry("units_in_stock", "22");
    }

    @Test
    void refusesWhatIsShippedOrEmpty() {
        Fault shipped = ship("A").send().refusedOnce();
        assertThat(shipped.code()).isEqualTo("CONSTRAINT_VIOLATION");
        assertThat(shipped.path()).isEqualTo("f0");
        assertThat(shipped.extensions()).doesNotContainKey("inputPath");
        assertThat(shipped.message()).isEqualTo("Order " + seed.id("A") + " was shipped on 2013-09-02");
        Fault empty = ship("D").send().refusedOnce();
        assertThat(empty.message()).isEqualTo("Order " + seed.id("D") + " has no items");
        seed.changes().andNothingElse();
    }

    @Test
    void sharesItsTransactionWithDerivedMutations() {
        new Operation(seed)
                .patch("User", "ALFKI", "creditLimit: \"100.00\"")
                .add(shipping("B"))
                .send()
                .succeeded();
        assertThat(seed.now("ALFKI")).containsEntry("balance", "56.00").containsEntry("credit_limit", "100.00");
        seed.remember();

        Answer refused = new Operation(seed)
                .patch("User", "ALFKI", "creditLimit: \"200.00\"")
                .add(shipping("C"))
                .add(shipping("D"))
                .send();
        assertThat(refused.refusedOnce().message()).contains("has no items");
        assertThat(refused.refusedOnce().path()).isEqualTo("f2");
        seed.changes().andNothingElse();
    }

    private Operation ship(String order) {
        return new Operation(seed).add(shipping(order));
    }

    private String shipping(String order) {
        return "shipOrder(order: {id: %d}) { id }".formatted(seed.id(order));
    }
}
