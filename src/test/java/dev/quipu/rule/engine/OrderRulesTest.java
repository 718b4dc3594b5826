package dev.quipu.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quipu.change.Settlement;
import dev.quipu.domain.Order;
import dev.quipu.domain.OrderItem;
import dev.quipu.domain.OrderStatus;
import dev.quipu.domain.Post;
import dev.quipu.domain.Product;
import dev.quipu.domain.Role;
import dev.quipu.domain.User;
import dev.quipu.rule.RuleViolationException;
import dev.quipu.rule.Rules;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rules of the domain, at work under plain Panache. */
@QuarkusTest
class OrderRulesTest {

    @Inject
    Session session;

    Long alice;
    Long tea;
    Long cup;
    Long order;

    @BeforeEach
    void seed() {
        QuarkusTransaction.requiringNew().run(() -> {
            Rules.bypassing(() -> session.createNativeMutationQuery(
                            "truncate roles, users, posts, products, orders, order_items")
                    .executeUpdate());
            User user = user("alice", "1000.00");
            Product product = product("tea", "2.50");
            Product other = product("cup", "10.00");
            Order placed = new Order();
            placed.customer = user;
            item(placed, product, 4);
            item(placed, other, 2);
            placed.persist();
            alice = user.id;
            tea = product.id;
            cup = other.id;
            order = placed.id;
        });
    }

    static User user(String name, String limit) {
        User user = new User();
        user.username = name;
        user.email = name + "@example.org";
        user.creditLimit = new BigDecimal(limit);
        user.persist();
        return user;
    }

    static Product product(String name, String price) {
        Product product = new Product();
        product.name = name;
        product.unitPrice = new BigDecimal(price);
        product.unitsReceived = 100;
        product.persist();
        return product;
    }

    static OrderItem item(Order order, Product product, int quantity) {
        OrderItem item = new OrderItem();
        item.order = order;
        item.product = product;
        item.quantity = quantity;
        order.items.add(item);
        return item;
    }

    @Test
    void placingAnOrderSettlesEverything() {
        expectOrder(order, "30.00", 2, OrderStatus.OPEN);
        expectUser(alice, "30.00", 1, 1);
        expectProduct(tea, 0, 100);
    }

    @Test
    void changingAQuantity() {
        inTransaction(s -> s.find(Order.class, order).items.get(0).quantity = 10);
        expectOrder(order, "45.00", 2, OrderStatus.OPEN);
        expectUser(alice, "45.00", 1, 1);
    }

    @Test
    void shippingReachesTheProducts() {
        inTransaction(s -> s.find(Order.class, order).shippedOn = LocalDate.of(2026, 1, 2));
        expectOrder(order, "30.00", 2, OrderStatus.SHIPPED);
        expectUser(alice, "0.00", 1, 0);
        expectProduct(tea, 4, 96);
        expectProduct(cup, 2, 98);
    }

    @Test
    void aCopyIsTakenAgainForAnotherProduct() {
        inTransaction(s -> s.find(Order.class, order).items.get(0).product = s.getReference(Product.class, cup));
        expectOrder(order, "60.00", 2, OrderStatus.OPEN);
        expectUser(alice, "60.00", 1, 1);
    }

    @Test
    void deletingAnOrder() {
        inTransaction(s -> s.remove(s.find(Order.class, order)));
        expectUser(alice, "0.00", 0, 0);
    }

    @Test
    void deletingAUserDeletesItsPostsToo() {
        inTransaction(s -> {
            for (int i = 0; i < 2; i++) {
                Post post = new Post();
                post.author = s.getReference(User.class, alice);
                post.body = "post";
                post.persist();
            }
        });
        inTransaction(s -> s.find(User.class, alice).posts.get(0).delete());
        inTransaction(s -> assertThat(s.find(User.class, alice).postCount).isEqualTo(1));
        inTransaction(s -> s.find(User.class, alice).delete());
        inTransaction(s -> assertThat(s.createNativeQuery("select count(*) from posts", Long.class)
                        .getSingleResult())
                .isZero());
    }

    @Test
    void theLatestPostIsFoundAgainWhenItGoes() {
        Instant early = Instant.parse("2026-01-01T00:00:00Z");
        inTransaction(s -> {
            for (int i = 0; i < 3; i++) {
                Post post = new Post();
                post.author = s.getReference(User.class, alice);
                post.body = "post";
                post.createdAt = early.plusSeconds(i);
                post.persist();
            }
        });
        inTransaction(s -> {
            User user = s.find(User.class, alice);
            assertThat(user.lastPostedAt).isEqualTo(early.plusSeconds(2));
            user.posts.stream()
                    .filter(post -> post.createdAt.equals(early.plusSeconds(2)))
                    .forEach(Post::delete);
        });
        inTransaction(s -> assertThat(s.find(User.class, alice).lastPostedAt).isEqualTo(early.plusSeconds(1)));
    }

    @Test
    void theLimitHoldsOnTheSettledStateOnly() {
        assertThatThrownBy(() -> inTransaction(s -> {
                    s.find(Order.class, order).items.get(1).quantity = 100;
                    Settlement.settle(s);
                }))
                .isInstanceOf(RuleViolationException.class)
                .hasMessageContaining("balance 1010.00 exceeds credit limit 1000.00");
    }

    @Test
    void roleCounts() {
        inTransaction(s -> {
            Role role = new Role();
            role.name = "buyer";
            role.persist();
            s.find(User.class, alice).role = role;
        });
        inTransaction(s -> assertThat(s.createSelectionQuery("select userCount from Role", Integer.class)
                        .getSingleResult())
                .isEqualTo(1));
    }

    @Test
    void aDerivedAttributeCannotBeAssigned() {
        assertThatThrownBy(() -> inTransaction(s -> {
                    s.find(User.class, alice).balance = BigDecimal.ONE;
                    s.flush();
                }))
                .hasMessageContaining("User.balance is derived (sum of orders.amountTotal where shippedOn is null)");
    }

    void inTransaction(Consumer<Session> work) {
        QuarkusTransaction.requiringNew().run(() -> work.accept(session));
    }

    void expectOrder(Long id, String total, int items, OrderStatus status) {
        inTransaction(s -> {
            Order found = s.find(Order.class, id);
            assertThat(found.amountTotal).isEqualByComparingTo(total);
            assertThat(found.itemCount).isEqualTo(items);
            assertThat(found.status).isEqualTo(status);
        });
    }

    void expectUser(Long id, String balance, int orders, int open) {
        inTransaction(s -> {
            User found = s.find(User.class, id);
            assertThat(found.balance).isEqualByComparingTo(balance);
            assertThat(found.orderCount).isEqualTo(orders);
            assertThat(found.openOrderCount).isEqualTo(open);
            assertThat(found.version).isZero();
        });
    }

    void expectProduct(Long id, int shipped, int stock) {
        inTransaction(s -> {
            Product found = s.find(Product.class, id);
            assertThat(found.unitsShipped).isEqualTo(shipped);
            assertThat(found.unitsInStock).isEqualTo(stock);
        });
    }
}
