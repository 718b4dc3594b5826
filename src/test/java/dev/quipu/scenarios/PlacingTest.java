package dev.quipu.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quipu.testing.Fault;
import dev.quipu.testing.Operation;
import dev.quipu.testing.Seed;
import dev.quipu.testing.SqlLog;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens when orders are placed. */
@QuarkusTest
class PlacingTest {

    @Inject
    Seed seed;

    @BeforeEach
    void plant() throws Exception {
        seed.plant();
    }

    @Test
    void scenario1_placesAnOrder() {
        operation().placeOrder("ALFKI", "1 x 1", "2 x 2").send().succeeded();

        seed.changes()
                .updated("ALFKI", "balance 1072.00", "order_count 6", "open_order_count 5")
                .inserted("orders", "amount_total 56.00", "item_count 2", "status OPEN", "version 0")
                .inserted("order_items", "unit_price 18.00", "quantity 1", "amount 18.00", "version 0")
                .inserted("order_items", "unit_price 19.00", "quantity 2", "amount 38.00", "version 0")
                .andNothingElse();
    }

    @Test
    void scenario2_rejectsAnOrderBeyondTheLimit() {
        Fault fault =
                operation().placeOrder("ALFKI", "1 x 1", "2 x 20000").send().refusedOnce();

        assertThat(fault.code()).isEqualTo("CONSTRAINT_VIOLATION");
        assertThat(fault.values()).isEqualTo(Map.of("balance", "381034.00", "creditLimit", "2000.00"));
        seed.changes().andNothingElse();
    }

    @Test
    void scenario3_acceptsABalanceEqualToTheLimit() {
        operation().placeOrder("ALFKI", "46 x 82").send().succeeded();

        seed.changes()
                .updated("ALFKI", "balance 2000.00", "order_count 6", "open_order_count 5")
                .inserted("orders", "amount_total 984.00", "item_count 1")
                .inserted("order_items", "unit_price 12.00", "amount 984.00")
                .andNothingElse();
    }

    @Test
    void scenario3_rejectsACentBeyondTheLimit() {
        operation().placeOrder("ALFKI", "99 x 98401").send().refusedOnce();

        seed.changes().andNothingElse();
    }

    @Test
    void scenario3_acceptsACentLess() {
        operation().placeOrder("ALFKI", "99 x 98400").send().succeeded();

        seed.changes()
                .updated("ALFKI", "balance 2000.00", "order_count 6", "open_order_count 5")
                .inserted("orders", "amount_total 984.00", "item_count 1")
                .inserted("order_items", "unit_price 0.01", "amount 984.00")
                .andNothingElse();
    }

    @Test
    void scenario4_placesAnOrderWithoutItems() {
        operation().placeOrder("ALFKI").send().succeeded();

        seed.changes()
                .updated("ALFKI", "order_count 6", "open_order_count 5")
                .inserted("orders", "amount_total 0.00", "item_count 0")
                .andNothingElse();
    }

    @Test
    void scenario5_placesAnOrderThatIsShippedAlready() {
        operation().placeShippedOrder("ALFKI", "2026-01-31", "1 x 3").send().succeeded();

        seed.changes()
                .updated("ALFKI", "order_count 6")
                .updated("product 1", "units_shipped 3", "units_in_stock 36")
                .inserted("orders", "amount_total 54.00", "item_count 1", "status SHIPPED")
                .inserted("order_items", "amount 54.00", "shipped_on 2026-01-31")
                .andNothingElse();
    }

    @Test
    void scenario6_placesTwoOrdersAndWritesTheirCustomerOnce() {
        try (SqlLog sql = SqlLog.open()) {
            operation()
                    .placeOrder("ALFKI", "1 x 1")
                    .placeOrder("ALFKI", "2 x 2")
                    .send()
                    .succeeded();

            assertThat(sql.statements())
                    .filteredOn(text -> text.matches("(?s).*update\\s+users.*"))
                    .hasSize(1);
        }
        seed.changes()
                .updated("ALFKI", "balance 1072.00", "order_count 7", "open_order_count 6")
                .inserted("orders", "amount_total 18.00", "item_count 1")
                .inserted("orders", "amount_total 38.00", "item_count 1")
                .inserted("order_items", "amount 18.00")
                .inserted("order_items", "amount 38.00")
                .andNothingElse();
    }

    @Test
    void scenario6_storesNeitherOfTwoOrdersIfOneIsBeyondTheLimit() {
        operation()
                .placeOrder("ALFKI", "1 x 1")
                .placeOrder("ALFKI", "2 x 2000")
                .send()
                .refusedOnce();

        seed.changes().andNothingElse();
    }

    private Operation operation() {
        return new Operation(seed);
    }

    @Test
    void aSumThatItsAttributeCannotHoldIsRefused() {
        Fault fault = operation()
                .placeShippedOrder("ALFKI", "2026-01-31", "99 x 2147483647", "99 x 10")
                .send()
                .refused()
                .get(0);

        assertThat(fault.code()).isEqualTo("CONSTRAINT_VIOLATION");
        assertThat(fault.message()).contains("Product.unitsShipped", "has no value here");
        seed.changes().andNothingElse();
    }
}
