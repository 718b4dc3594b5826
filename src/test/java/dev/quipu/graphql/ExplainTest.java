package dev.quipu.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quipu.testing.Graphql;
import dev.quipu.testing.Seed;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code @explain} tells what each rule did, and why. */
@QuarkusTest
class ExplainTest {

    @Inject
    Seed seed;

    @BeforeEach
    void plant() throws Exception {
        seed.plant();
    }

    @Test
    void tellsEachStepInItsOrder() {
        JsonNode response = Graphql.execute(change(41, "@explain"));

        assertThat(response.at("/data/updateOrderItem/orderItem/amount").asText())
                .isEqualTo("543.25");
        assertThat(response.at("/extensions/rules")).isEqualTo(steps("543.25", "973.25", "1029.25", 41, true));
    }

    @Test
    void tellsWhatAPreviewWouldDo() {
        JsonNode response = Graphql.execute(change(41, "@preview @explain"));

        assertThat(response.at("/extensions/rules")).isEqualTo(steps("543.25", "973.25", "1029.25", 41, true));
        seed.changes().andNothingElse();
    }

    @Test
    void tellsWhatLedToARefusal() {
        JsonNode response = Graphql.execute(change(400, "@explain"));

        assertThat(response.get("data").isNull()).isTrue();
        assertThat(response.at("/errors/0/extensions/rule").asText()).isEqualTo("User.withinCreditLimit");
        assertThat(response.at("/extensions/rules")).isEqualTo(steps("5300.00", "5730.00", "5786.00", 400, false));
        seed.changes().andNothingElse();
    }

    @Test
    void tellsNothingUnlessAsked() {
        assertThat(Graphql.execute(change(41, "")).has("extensions")).isFalse();
        assertThat(Graphql.execute(change(40, "@explain @include(if: true)")).has("errors"))
                .isTrue();
    }

    @Test
    void hasNoStepsWhereNoRuleFires() {
        JsonNode response = Graphql.execute(
                "mutation @explain { updateOrder(input: {id: \"%d\", patch: {note: \"x\"}}) { order { id } } }"
                        .formatted(seed.id("B")));

        assertThat(response.at("/extensions/rules")).isEqualTo(Graphql.parse("[]"));
    }

    private String change(int quantity, String directives) {
        return "mutation %s { updateOrderItem(input: {id: \"%d\", patch: {quantity: %d}}) { orderItem { amount } } }"
                .formatted(directives, seed.id("B/58"), quantity);
    }

    private JsonNode steps(String amount, String total, String balance, int quantity, boolean holds) {
        return Graphql.parse("""
                [{"rule": "OrderItem.amount", "entity": "OrderItem", "id": "%1$d", "attribute": "amount",
                  "before": "530.00", "after": "%4$s", "cause": "OrderItem %1$d quantity 40 → %7$d"},
                 {"rule": "Order.amountTotal", "entity": "Order", "id": "%2$d", "attribute": "amountTotal",
                  "before": "960.00", "after": "%5$s", "cause": "OrderItem %1$d amount 530.00 → %4$s"},
                 {"rule": "User.balance", "entity": "User", "id": "%3$d", "attribute": "balance",
                  "before": "1016.00", "after": "%6$s", "cause": "Order %2$d amountTotal 960.00 → %5$s"},
                 {"rule": "User.withinCreditLimit", "entity": "User", "id": "%3$d", "attribute": null,
                  "before": null, "after": %8$b, "cause": "User %3$d balance 1016.00 → %6$s"}]""".formatted(
                        seed.id("B/58"), seed.id("B"), seed.id("ALFKI"), amount, total, balance, quantity, holds));
    }
}
