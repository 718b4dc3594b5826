package dev.quipu.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quipu.testing.Operation;
import dev.quipu.testing.Seed;
import dev.quipu.testing.SqlLog;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens when items change. */
@QuarkusTest
class ItemChangesTest {

    @Inject
    Seed seed;

    @BeforeEach
    void plant() throws Exception {
        seed.plant();
    }

    @Test
    void scenario7_changesAQuantity() {
        operation().patch("OrderItem", "B/58", "quantity: 10").send().succeeded();

        seed.changes()
                .updated("B/58", "quantity 10", "amount 132.50", "version 1")
                .updated("B", "amount_total 562.50")
                .updated("ALFKI", "balance 618.50")
                .andNothingElse();
    }

    @Test
    void scenario7_rejectsAQuantityBeyondTheLimit() {
        operation().patch("OrderItem", "B/58", "quantity: 1111").send().refusedOnce();

        seed.changes().andNothingElse();
    }

    @Test
    void scenario8_changesAQuantityThatIsShipped() {
        operation().patch("OrderItem", "A/28", "quantity: 20").send().succeeded();

        seed.changes()
                .updated("A/28", "quantity 20", "amount 912.00", "version 1")
                .updated("A", "amount_total 1314.00")
                .updated("product 28", "units_shipped 20", "units_in_stock 21")
                .andNothingElse();
    }

    @Test
    void scenario9_changesAProduct() {
        operation().patch("OrderItem", "B/58", product(48)).send().succeeded();

        seed.changes()
                .updated(
                        "B/58", "product_id " + seed.id("product 48"), "unit_price 12.75", "amount 510.00", "version 1")
                .updated("B", "amount_total 940.00")
                .updated("ALFKI", "balance 996.00")
                .andNothingElse();
    }

    @Test
    void scenario10_changesAProductThatIsShipped() {
        operation().patch("OrderItem", "A/28", product(1)).send().succeeded();

        seed.changes()
                .updated("A/28", "product_id " + seed.id("product 1"), "unit_price 18.00", "amount 270.00", "version 1")
                .updated("A", "amount_total 672.00")
                .updated("product 1", "units_shipped 15", "units_in_stock 24")
                .updated("product 28", "units_shipped 0", "units_in_stock 41")
                .andNothingElse();
    }

    @Test
    void scenario11_movesAnItemToAnotherOrder() {
        operation()
                .patch("OrderItem", "C/1", "orderId: \"%d\"".formatted(seed.id("B")))
                .send()
                .succeeded();

        seed.changes()
                .updated("C/1", "order_id " + seed.id("B"), "version 1")
                .updated("C", "amount_total 38.00", "item_count 1")
                .updated("B", "amount_total 978.00", "item_count 3")
                .andNothingElse();
    }

    @Test
    void scenario12_sendsNoUpdateForAnUpdateThatChangesNothing() {
        try (SqlLog sql = SqlLog.open()) {
            operation()
                    .patch("OrderItem", "B/58", "quantity: 40, " + product(58))
                    .patch("User", "ALFKI", "creditLimit: \"2000\", username: \"ALFKI\"")
                    .send()
                    .succeeded();

            assertThat(sql.statements()).isNotEmpty().allMatch(text -> text.startsWith("select"));
        }
        seed.changes().andNothingElse();
    }

    @Test
    void scenario12_writesOneRowForAnAttributeThatNoRuleReads() {
        try (SqlLog sql = SqlLog.open()) {
            operation().patch("Order", "B", "note: \"call first\"").send().succeeded();

            assertThat(sql.statements())
                    .filteredOn(text -> text.startsWith("update"))
                    .hasSize(1);
        }
        seed.changes().updated("B", "note call first", "version 1").andNothingElse();
    }

    private String product(int number) {
        return "productId: \"%d\"".formatted(seed.id("product " + number));
    }

    private Operation operation() {
        return new Operation(seed);
    }
}
