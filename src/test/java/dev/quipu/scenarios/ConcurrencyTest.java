package dev.quipu.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quipu.rule.tool.RuleVerification;
import dev.quipu.testing.Answer;
import dev.quipu.testing.Fault;
import dev.quipu.testing.Operation;
import dev.quipu.testing.Seed;
import dev.quipu.testing.Together;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens when several clients come at once. */
@QuarkusTest
class ConcurrencyTest {

    @Inject
    Seed seed;

    @Inject
    RuleVerification verification;

    @BeforeEach
    void plant() throws Exception {
        seed.plant();
    }

    @AfterEach
    void everythingIsRight() {
        assertThat(verification.verify().findings()).isEmpty();
    }

    /** ANATR's limit is 1000.00. */
    @Test
    void scenario29_exactlyOneOfTwoOrdersFits() throws Exception {
        operation().placeOrder("ANATR", "1 x 50").send().succeeded();
        seed.remember();
        Queue<Answer> answers = new ConcurrentLinkedQueue<>();

        Together.write(
                2,
                client ->
                        answers.add(operation().placeOrder("ANATR", "99 x 8000").send()));

        List<Fault> refusals = answers.stream()
                .filter(Answer::isRefused)
                .map(Answer::refusedOnce)
                .toList();
        assertThat(refusals).singleElement().satisfies(refusal -> {
            assertThat(refusal.rule()).isEqualTo("User.withinCreditLimit");
            assertThat(refusal.message()).isEqualTo("balance 1060.00 exceeds credit limit 1000.00");
        });
        seed.changes()
                .updated("ANATR", "balance 980.00", "order_count 3", "open_order_count 2")
                .inserted("orders", "amount_total 80.00", "item_count 1")
                .inserted("order_items", "amount 80.00", "quantity 8000")
                .andNothingElse();
    }

    @Test
    void scenario30_noOrderOfOneCustomerIsLost() throws Exception {
        Together.write(8, client -> {
            for (int i = 0; i < 10; i++) {
                operation().placeOrder("ALFKI", "99 x 7", "99 x 4").send().succeeded();
            }
            return client;
        });

        assertThat(seed.now("ALFKI"))
                .containsEntry("balance", "1024.80")
                .containsEntry("order_count", "85")
                .containsEntry("open_order_count", "84");
    }

    @Test
    void scenario31_oppositeItemOrdersDoNotDeadlock() throws Exception {
        Together.write(8, client -> {
            String[] items = client % 2 == 0 ? new String[] {"99 x 1", "70 x 1"} : new String[] {"70 x 1", "99 x 1"};
            for (int i = 0; i < 10; i++) {
                operation()
                        .placeShippedOrder("ANATR", "2026-05-04", items)
                        .send()
                        .succeeded();
            }
            return client;
        });

        assertThat(seed.now("product 99")).containsEntry("units_shipped", "80");
        assertThat(seed.now("product 70")).containsEntry("units_shipped", "85");
    }

    @Test
    void scenario32_ordersDoNotDisturbWhoEditsTheCustomer() throws Exception {
        Together.write(4, client -> {
            for (int i = 0; i < 10; i++) {
                if (client > 0) {
                    operation().placeOrder("ALFKI", "99 x 1").send().succeeded();
                } else {
                    edit(i).succeeded();
                }
            }
            return client;
        });

        assertThat(seed.now("ALFKI"))
                .containsEntry("email", "alfki9@example.org")
                .containsEntry("version", "10")
                .containsEntry("balance", "1016.30");
    }

    private Answer edit(int version) {
        return operation()
                .add(("updateUser(input: {id: \"%d\", expectedVersion: %d, patch: {email: \"alfki%d@example.org\"}})"
                                + " { user { id } }")
                        .formatted(seed.id("ALFKI"), version, version))
                .send();
    }

    private Operation operation() {
        return new Operation(seed);
    }
}
