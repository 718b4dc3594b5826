package dev.quipu.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quipu.change.Settlement;
import dev.quipu.domain.Order;
import dev.quipu.domain.OrderItem;
import dev.quipu.domain.Product;
import dev.quipu.domain.User;
import dev.quipu.rule.RuleViolationException;
import dev.quipu.rule.Rules;
import dev.quipu.testing.Together;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many writers at once, under READ COMMITTED: everything derived stays right, and what cannot deadlock does not. */
@QuarkusTest
class ConcurrentWritersTest {

    private static final int WRITERS = 8;

    @Inject
    Session session;

    final List<Long> users = new ArrayList<>();
    final List<Long> products = new ArrayList<>();

    @BeforeEach
    void seed() {
        users.clear();
        products.clear();
        transact(s -> Rules.bypassing(
                () -> s.createNativeMutationQuery("truncate roles, users, posts, products, orders, order_items")
                        .executeUpdate()));
        transact(s -> {
            for (int i = 0; i < 2; i++) {
                users.add(OrderRulesTest.user("user" + i, "1000000000.00").id);
            }
            for (int i = 0; i < 4; i++) {
                products.add(OrderRulesTest.product("product" + i, "1." + i + "0").id);
            }
        });
    }

    @Test
    void noOrderOfAHotCustomerIsLost() throws Exception {
        AtomicInteger placed = new AtomicInteger();
        Together.write(WRITERS, writer -> {
            Random random = new Random(writer);
            for (int i = 0; i < 40; i++) {
                transact(s -> place(s, users.get(0), random, random.nextBoolean()));
                placed.incrementAndGet();
            }
            return null;
        });
        transact(s -> assertThat(s.find(User.class, users.get(0)).orderCount).isEqualTo(placed.get()));
        transact(s -> assertThat(DomainOracle.differences(s)).isEmpty());
    }

    @Test
    void exactlyOneOfTwoOrdersFitsTheLimit() throws Exception {
        for (int round = 0; round < 10; round++) {
            seed();
            transact(s -> s.find(User.class, users.get(0)).creditLimit = new BigDecimal("1000.00"));
            transact(s -> order(s, users.get(0), 900));
            AtomicInteger accepted = new AtomicInteger();
            Together.write(WRITERS, writer -> {
                try {
                    transact(s -> order(s, users.get(0), 80));
                    accepted.incrementAndGet();
                } catch (RuleViolationException refused) {
                    assertThat(refused).hasMessageContaining("balance 1060.00 exceeds credit limit 1000.00");
                }
                return null;
            });
            assertThat(accepted).hasValue(1);
            transact(s -> assertThat(s.find(User.class, users.get(0)).balance).isEqualByComparingTo("980.00"));
        }
    }

    @Test
    void mixedChangesOfTheSameOrdersStayRight() throws Exception {
        transact(s -> {
            for (int i = 0; i < 6; i++) {
                place(s, users.get(i % 2), new Random(i), false);
            }
        });
        AtomicInteger conflicts = new AtomicInteger();
        AtomicInteger commits = new AtomicInteger();
        Together.write(WRITERS, writer -> {
            Random random = new Random(writer);
            for (int i = 0; i < 60; i++) {
                try {
                    transact(s -> change(s, random));
                    commits.incrementAndGet();
                } catch (RuntimeException conflict) {
                    conflicts.incrementAndGet();
                }
            }
            return null;
        });
        transact(s -> assertThat(DomainOracle.differences(s)).isEmpty());
        assertThat(commits.get()).isGreaterThan(conflicts.get());
    }

    private void change(Session s, Random random) {
        List<Long> orders = s.createSelectionQuery("select id from Order order by id", Long.class)
                .getResultList();
        Long id = orders.get(random.nextInt(orders.size()));
        Order order = s.find(Order.class, id);
        switch (random.nextInt(6)) {
            case 0 -> order.shippedOn = random.nextBoolean() ? null : LocalDate.of(2026, 1, 1 + random.nextInt(28));
            case 1 -> order.customer = s.getReference(User.class, users.get(random.nextInt(2)));
            case 2 ->
                OrderRulesTest.item(order, product(s, random), 1 + random.nextInt(5))
                        .persist();
            case 3 -> order.items.stream().findAny().ifPresent(item -> item.quantity = random.nextInt(9));
            case 4 -> order.items.stream().findAny().ifPresent(item -> item.product = product(s, random));
            default -> place(s, users.get(random.nextInt(2)), random, false);
        }
    }

    private void place(Session s, Long customer, Random random, boolean shipped) {
        Order order = new Order();
        order.customer = s.getReference(User.class, customer);
        order.shippedOn = shipped ? LocalDate.of(2026, 1, 1) : null;
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            OrderRulesTest.item(order, product(s, random), 1 + random.nextInt(5));
        }
        s.persist(order);
    }

    /** An order of that many units of the product at 1.00. */
    private void order(Session s, Long customer, int quantity) {
        Order order = new Order();
        order.customer = s.getReference(User.class, customer);
        OrderItem item = OrderRulesTest.item(order, s.find(Product.class, products.get(0)), quantity);
        s.persist(order);
        assertThat(item.order).isSameAs(order);
    }

    private Product product(Session s, Random random) {
        return s.getReference(Product.class, products.get(random.nextInt(products.size())));
    }

    private void transact(Consumer<Session> work) {
        QuarkusTransaction.requiringNew().run(() -> {
            work.accept(session);
            Settlement.settle(session);
        });
    }
}
