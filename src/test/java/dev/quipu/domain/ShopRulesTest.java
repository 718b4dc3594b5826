package dev.quipu.domain;

import static dev.quipu.testing.verifier.RuleVerifier.change;
import static dev.quipu.testing.verifier.RuleVerifier.insert;
import static dev.quipu.testing.verifier.RuleVerifier.is;
import static dev.quipu.testing.verifier.RuleVerifier.isGone;
import static dev.quipu.testing.verifier.RuleVerifier.remove;

import dev.quipu.testing.verifier.RuleVerifier;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The shop's rules, in the words of {@link RuleVerifier}. */
class ShopRulesTest {

    static final RuleVerifier shop = RuleVerifier.of(
            Role.class, User.class, Post.class, Product.class, Order.class, OrderItem.class, AuditEntry.class);

    final User alice = user("alice");
    final User bob = user("bob");
    final Product tea = product("tea", "2.50");
    final Product cup = product("cup", "10.00");
    final Order order = order(alice);
    final OrderItem fourTeas = item(order, tea, 4);
    final OrderItem twoCups = item(order, cup, 2);

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    void aQuantityReachesTheCustomer() {
        shop.given(alice, bob, tea, cup, order)
                .when(change(fourTeas, item -> item.quantity = 10))
                .then(
                        is(fourTeas, "amount", "25.00"),
                        is(order, "amountTotal", "45.00"),
                        is(alice, "balance", "45.00"));
    }

    @Test
    void anOrderAboveTheLimitIsRefused() {
        shop.given(alice, bob, tea, cup, order)
                .when(change(fourTeas, item -> item.quantity = 1_000))
                .isRefusedBy("User.withinCreditLimit");
    }

    @Test
    void shippingMovesTheGoodsAndFreesTheCustomer() {
        shop.given(alice, bob, tea, cup, order)
                .when(change(order, shipped -> shipped.shippedOn = LocalDate.of(2026, 5, 4)))
                .then(
                        is(order, "status", OrderStatus.SHIPPED),
                        is(fourTeas, "shippedOn", "2026-05-04"),
                        is(twoCups, "shippedOn", "2026-05-04"),
                        is(alice, "balance", "0.00"),
                        is(alice, "openOrderCount", 0),
                        is(tea, "unitsShipped", 4),
                        is(tea, "unitsInStock", 96),
                        is(cup, "unitsShipped", 2),
                        is(cup, "unitsInStock", 98));
    }

    /** Six orders of the changes, each with one flush and with three. */
    @Test
    void changesComeToTheSameInEveryOrder() {
        shop.given(alice, bob, tea, cup, order)
                .when(
                        change(order, moved -> moved.customer = bob),
                        change(fourTeas, item -> item.product = cup),
                        remove(twoCups))
                .then(
                        is(fourTeas, "unitPrice", "10.00"),
                        is(fourTeas, "amount", "40.00"),
                        is(order, "amountTotal", "40.00"),
                        is(order, "itemCount", 1),
                        is(alice, "balance", "0.00"),
                        is(alice, "orderCount", 0),
                        is(alice, "openOrderCount", 0),
                        is(bob, "balance", "40.00"),
                        is(bob, "orderCount", 1),
                        is(bob, "openOrderCount", 1));
    }

    @Test
    void aNoteConcernsNoRule() {
        shop.given(alice, bob, tea, cup, order)
                .when(change(order, annotated -> annotated.note = "leave it at the door"))
                .then()
                .doesNotFire("Order.amountTotal", "Order.status", "User.balance", "User.withinCreditLimit");
    }

    @Test
    void quantityAndProductTogether() {
        shop.given(alice, bob, tea, cup, order)
                .when(change(fourTeas, item -> item.quantity = 2), change(twoCups, item -> item.product = tea))
                .then(
                        is(fourTeas, "amount", "5.00"),
                        is(twoCups, "unitPrice", "2.50"),
                        is(twoCups, "amount", "5.00"),
                        is(order, "amountTotal", "10.00"),
                        is(alice, "balance", "10.00"))
                .doesNotFire("Order.itemCount", "Product.unitsShipped");
    }

    @Test
    void aNewOrderCounts() {
        var placed = insert(() -> {
            Order another = order(alice);
            item(another, tea, 2);
            return another;
        });
        shop.given(alice, bob, tea, cup, order)
                .when(placed)
                .then(
                        is(() -> placed.entity().items.get(0), "amount", "5.00"),
                        is(placed, "amountTotal", "5.00"),
                        is(placed, "status", "OPEN"),
                        is(alice, "balance", "35.00"),
                        is(alice, "orderCount", 2),
                        is(alice, "openOrderCount", 2));
    }

    @Test
    void aRemovedOrderTakesItsItemsWithIt() {
        shop.given(alice, bob, tea, cup, order)
                .when(remove(order))
                .then(
                        isGone(fourTeas),
                        isGone(twoCups),
                        is(alice, "balance", "0.00"),
                        is(alice, "orderCount", 0),
                        is(alice, "openOrderCount", 0));
    }

    static User user(String name) {
        User user = new User();
        user.username = name;
        user.email = name + "@example.org";
        return user;
    }

    static Product product(String name, String price) {
        Product product = new Product();
        product.name = name;
        product.unitPrice = new BigDecimal(price);
        product.unitsReceived = 100;
        return product;
    }

    static Order order(User customer) {
        Order order = new Order();
        order.customer = customer;
        return order;
    }

    static OrderItem item(Order order, Product product, int quantity) {
        OrderItem item = new OrderItem();
        item.order = order;
        item.product = product;
        item.quantity = quantity;
        order.items.add(item);
        return item;
    }
}
