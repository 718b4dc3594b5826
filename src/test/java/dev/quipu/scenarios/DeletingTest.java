package dev.quipu.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quipu.testing.Operation;
import dev.quipu.testing.Seed;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens when rows are deleted and restored. */
@QuarkusTest
class DeletingTest {

    @Inject
    Seed seed;

    @BeforeEach
    void plant() throws Exception {
        seed.plant();
    }

    @Test
    void scenario17_deletesAnOpenOrder() {
        operation().delete("Order", "B").send().succeeded();

        openOrderIsGone();
    }

    @Test
    void scenario17_deletesAShippedOrder() {
        operation().delete("Order", "A").send().succeeded();

        seed.changes()
                .deleted("A", "A/28", "A/39", "A/46")
                .updated("ALFKI", "order_count 4")
                .updated("product 28", "units_shipped 0", "units_in_stock 41")
                .updated("product 39", "units_shipped 0", "units_in_stock 90")
                .updated("product 46", "units_shipped 0", "units_in_stock 97")
                .andNothingElse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void scenario18_deletesAnItemAndItsOrderWithoutSubtractingTwice(boolean reversed) {
        operation()
                .delete("OrderItem", "B/58")
                .delete("Order", "B")
                .reversed(reversed)
                .send()
                .succeeded();

        openOrderIsGone();
    }

    @Test
    void scenario19_rejectsToDeleteAProductThatItemsName() {
        var fault = operation().delete("Product", "product 58").send().refusedOnce();

        assertThat(fault.code()).isEqualTo("REFERENCE_VIOLATION");
        seed.changes().andNothingElse();
    }

    @Test
    void scenario20_deletesAPostSoftlyAndRestoresIt() {
        operation().delete("Post", "post 1").send().succeeded();

        String deletedAt = seed.now("post 1").get("deleted_at");
        assertThat(deletedAt).isNotNull();
        seed.changes()
                .updated("post 1", "deleted_at " + deletedAt, "version 1")
                .updated("ALFKI", "post_count 1")
                .andNothingElse();

        operation().restorePost("post 1").send().succeeded();

        seed.changes().updated("post 1", "version 2").andNothingElse();
    }

    @Test
    void deletesAndRestoresAPostInOneOperation() {
        operation().delete("Post", "post 1").restorePost("post 1").send().succeeded();

        seed.changes().updated("post 1", "version 2").andNothingElse();
    }

    @Test
    void deletesAUserWithItsOrdersAndAllItsPosts() {
        operation().delete("Post", "post 1").send().succeeded();
        seed.remember();

        operation().delete("User", "ALFKI").send().succeeded();

        seed.changes()
                .deleted(
                        "ALFKI", "post 1", "post 2", "A", "A/28", "A/39", "A/46", "B", "B/58", "B/71", "C", "C/1",
                        "C/2", "D", "E")
                .updated("buyer", "user_count 0")
                .updated("product 28", "units_shipped 0", "units_in_stock 41")
                .updated("product 39", "units_shipped 0", "units_in_stock 90")
                .updated("product 46", "units_shipped 0", "units_in_stock 97")
                .andNothingElse();
    }

    private void openOrderIsGone() {
        seed.changes()
                .deleted("B", "B/58", "B/71")
                .updated("ALFKI", "balance 56.00", "order_count 4", "open_order_count 3")
                .andNothingElse();
    }

    private Operation operation() {
        return new Operation(seed);
    }
}
