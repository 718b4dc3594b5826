package dev.quipu.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quipu.testing.Operation;
import dev.quipu.testing.Seed;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens when orders change. */
@QuarkusTest
class OrderChangesTest {

    @Inject
    Seed seed;

    @BeforeEach
    void plant() throws Exception {
        seed.plant();
    }

    @Test
    void scenario13_shipsAnOrder() {
        operation().patch("Order", "B", "shippedOn: \"2026-01-31\"").send().succeeded();

        seed.changes()
                .updated("B", "shipped_on 2026-01-31", "status SHIPPED", "version 1")
                .updated("B/58", "shipped_on 2026-01-31")
                .updated("B/71", "shipped_on 2026-01-31")
                .updated("ALFKI", "balance 56.00", "open_order_count 3")
                .updated("product 58", "units_shipped 40", "units_in_stock 22")
                .updated("product 71", "units_shipped 20", "units_in_stock 6")
                .andNothingElse();
    }

    @Test
    void scenario14_rejectsToUnshipBeyondTheLimit() {
        var fault = operation().patch("Order", "A", "shippedOn: null").send().refusedOnce();

        assertThat(fault.values()).isEqualTo(Map.of("balance", "2102.00", "creditLimit", "2000.00"));
        seed.changes().andNothingElse();
    }

    @Test
    void scenario14_unshipsAtTheLimit() {
        operation().patch("User", "ALFKI", "creditLimit: \"2102.00\"").send().succeeded();
        seed.remember();

        operation().patch("Order", "A", "shippedOn: null").send().succeeded();

        seed.changes()
                .updated("A", "shipped_on null", "status OPEN", "version 1")
                .updated("A/28", "shipped_on null")
                .updated("A/39", "shipped_on null")
                .updated("A/46", "shipped_on null")
                .updated("ALFKI", "balance 2102.00", "open_order_count 5")
                .updated("product 28", "units_shipped 0", "units_in_stock 41")
                .updated("product 39", "units_shipped 0", "units_in_stock 90")
                .updated("product 46", "units_shipped 0", "units_in_stock 97")
                .andNothingElse();
    }

    @Test
    void scenario15_givesAnOrderToAnotherCustomer() {
        operation().patch("Order", "B", toAnatr()).send().succeeded();

        seed.changes()
                .updated("B", "customer_id " + seed.id("ANATR"), "version 1")
                .updated("ALFKI", "balance 56.00", "order_count 4", "open_order_count 3")
                .updated("ANATR", "balance 960.00", "order_count 2", "open_order_count 1")
                .andNothingElse();
    }

    @Test
    void scenario15_leavesTheOldCustomerAloneIfTheNewOneIsRefused() {
        operation().patch("User", "ANATR", "creditLimit: \"959.99\"").send().succeeded();
        seed.remember();

        operation().patch("Order", "B", toAnatr()).send().refusedOnce();

        seed.changes().andNothingElse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void scenario16_raisesTheLimitAndUsesItInOneOperation(boolean reversed) {
        operation()
                .patch("User", "ALFKI", "creditLimit: \"3000.00\"")
                .placeOrder("ALFKI", "46 x 90")
                .reversed(reversed)
                .send()
                .succeeded();

        seed.changes()
                .updated(
                        "ALFKI",
                        "credit_limit 3000.00",
                        "balance 2096.00",
                        "order_count 6",
                        "open_order_count 5",
                        "version 1")
                .inserted("orders", "amount_total 1080.00", "item_count 1")
                .inserted("order_items", "amount 1080.00")
                .andNothingElse();
    }

    @Test
    void scenario26_movesAUserBetweenRoles() {
        operation()
                .patch("User", "ALFKI", "roleId: \"%d\"".formatted(seed.id("clerk")))
                .send()
                .succeeded();

        seed.changes()
                .updated("ALFKI", "role_id " + seed.id("clerk"), "version 1")
                .updated("buyer", "user_count 0")
                .updated("clerk", "user_count 1")
                .andNothingElse();
    }

    @Test
    void scenario26_takesAUserOutOfItsRole() {
        operation().patch("User", "ALFKI", "roleId: null").send().succeeded();

        seed.changes()
                .updated("ALFKI", "role_id null", "version 1")
                .updated("buyer", "user_count 0")
                .andNothingElse();
    }

    private String toAnatr() {
        return "customerId: \"%d\"".formatted(seed.id("ANATR"));
    }

    private Operation operation() {
        return new Operation(seed);
    }
}
