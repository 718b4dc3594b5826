package dev.quipu.scenarios;

import dev.quipu.domain.Order;
import dev.quipu.domain.OrderItem;
import dev.quipu.domain.User;
import dev.quipu.testing.Operation;
import dev.quipu.testing.Seed;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens when one operation changes several things, in whatever order. */
@QuarkusTest
class SeveralChangesTest {

    @Inject
    Seed seed;

    @BeforeEach
    void plant() throws Exception {
        seed.plant();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void scenario21_movesAnOrderAndChangesProductAndQuantityOfItsItem(boolean reversed) {
        operation()
                .patch("Order", "B", toAnatr())
                .patch("OrderItem", "B/58", "productId: \"%d\", quantity: 10".formatted(seed.id("product 48")))
                .reversed(reversed)
                .send()
                .succeeded();

        seed.changes()
                .updated("B", "customer_id " + seed.id("ANATR"), "amount_total 557.50", "version 1")
                .updated(
                        "B/58",
                        "product_id " + seed.id("product 48"),
                        "unit_price 12.75",
                        "quantity 10",
                        "amount 127.50",
                        "version 1")
                .updated("ALFKI", "balance 56.00", "order_count 4", "open_order_count 3")
                .updated("ANATR", "balance 557.50", "order_count 2", "open_order_count 1")
                .andNothingElse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void scenario22_changesAQuantityAndMovesTheOrder(boolean reversed) {
        operation()
                .patch("OrderItem", "B/58", "quantity: 10")
                .patch("Order", "B", toAnatr())
                .reversed(reversed)
                .send()
                .succeeded();

        quantityIsChangedAndOrderMoved();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void scenario22_doesTheSameInTwoFlushes(boolean reversed) {
        QuarkusTransaction.requiringNew().run(() -> {
            OrderItem item = OrderItem.findById(seed.id("B/58"));
            Order order = Order.findById(seed.id("B"));
            User anatr = User.findById(seed.id("ANATR"));
            if (reversed) {
                order.customer = anatr;
                Order.flush();
                item.quantity = 10;
            } else {
                item.quantity = 10;
                Order.flush();
                order.customer = anatr;
            }
            Order.flush();
        });

        quantityIsChangedAndOrderMoved();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void scenario23_changesAQuantityAndShipsTheOrder(boolean reversed) {
        operation()
                .patch("OrderItem", "B/58", "quantity: 10")
                .patch("Order", "B", "shippedOn: \"2026-01-31\"")
                .reversed(reversed)
                .send()
                .succeeded();

        seed.changes()
                .updated("B", "amount_total 562.50", "shipped_on 2026-01-31", "status SHIPPED", "version 1")
                .updated("B/58", "quantity 10", "amount 132.50", "shipped_on 2026-01-31", "version 1")
                .updated("B/71", "shipped_on 2026-01-31")
                .updated("ALFKI", "balance 56.00", "open_order_count 3")
                .updated("product 58", "units_shipped 10", "units_in_stock 52")
                .updated("product 71", "units_shipped 20", "units_in_stock 6")
                .andNothingElse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void scenario24_judgesTheSettledStateOnly(boolean reversed) {
        operation()
                .placeOrder("ALFKI", "46 x 90")
                .delete("Order", "B")
                .reversed(reversed)
                .send()
                .succeeded();

        seed.changes()
                .deleted("B", "B/58", "B/71")
                .inserted("orders", "amount_total 1080.00", "item_count 1")
                .inserted("order_items", "amount 1080.00")
                .updated("ALFKI", "balance 1136.00")
                .andNothingElse();
    }

    private void quantityIsChangedAndOrderMoved() {
        seed.changes()
                .updated("B/58", "quantity 10", "amount 132.50", "version 1")
                .updated("B", "customer_id " + seed.id("ANATR"), "amount_total 562.50", "version 1")
                .updated("ALFKI", "balance 56.00", "order_count 4", "open_order_count 3")
                .updated("ANATR", "balance 562.50", "order_count 2", "open_order_count 1")
                .andNothingElse();
    }

    private String toAnatr() {
        return "customerId: \"%d\"".formatted(seed.id("ANATR"));
    }

    private Operation operation() {
        return new Operation(seed);
    }
}
