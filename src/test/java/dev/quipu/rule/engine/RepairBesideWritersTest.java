package dev.quipu.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quipu.change.Settlement;
import dev.quipu.domain.Order;
import dev.quipu.domain.OrderItem;
import dev.quipu.domain.Product;
import dev.quipu.domain.User;
import dev.quipu.rule.tool.RepairReport;
import dev.quipu.rule.tool.RuleRepair;
import dev.quipu.rule.tool.RuleVerification;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stored values are broken and mended while others write: after each repair everything equals its recomputation by hand. */
@QuarkusTest
class RepairBesideWritersTest {

    private static final int WRITERS = 4;
    private static final int ROUNDS = 6;

    /** Every kind of derived attribute, of all rows. */
    private static final String[] BREAKING = {
        breaking("orders", "amount_total = amount_total + 7, item_count = item_count - 1, status = 'OPEN'"),
        breaking("order_items", "amount = amount + 1, shipped_on = date '2000-01-01'"),
        breaking("users", "balance = 0, order_count = 99, last_posted_at = now()"),
        breaking("products", "units_shipped = 5, units_in_stock = -5"),
    };

    /** Locks in the order of the ids, so that what breaks values is not the victim of a deadlock; two statements, two snapshots. */
    private static String breaking(String table, String assignments) {
        return "select id from " + table + " order by id for no key update; update " + table + " set " + assignments;
    }

    @Inject
    Session session;

    @Inject
    RuleRepair repair;

    @Inject
    RuleVerification verification;

    final List<Long> users = new ArrayList<>();
    final List<Long> products = new ArrayList<>();

    @BeforeEach
    void seed() {
        sql("truncate roles, users, posts, products, orders, order_items");
        transact(s -> {
            for (int i = 0; i < 3; i++) {
                users.add(OrderRulesTest.user("user" + i, "1000000000.00").id);
                products.add(OrderRulesTest.product("product" + i, "1." + i + "0").id);
            }
        });
        Random random = new Random(0);
        for (int i = 0; i < 40; i++) {
            transact(s -> place(s, random));
        }
    }

    @Test
    void everythingIsExactAfterEachRepair() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger commits = new AtomicInteger();
        AtomicInteger conflicts = new AtomicInteger();
        ExecutorService executor = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                Random random = new Random(i);
                writers.add(executor.submit(() -> write(random, done, commits, conflicts)));
            }
            for (int round = 0; round < ROUNDS; round++) {
                int commitsBefore = commits.get();
                sql(BREAKING);
                RepairReport report = repair.repair();
                assertThat(report.total()).isPositive();
                transact(s -> assertThat(DomainOracle.differences(s)).isEmpty());
                assertThat(verification.verify().findings()).isEmpty();
                assertThat(commits.get()).as("writers went on meanwhile").isGreaterThan(commitsBefore);
            }
            done.set(true);
            for (Future<?> writer : writers) {
                writer.get();
            }
        } finally {
            done.set(true);
            executor.shutdown();
        }
        transact(s -> assertThat(DomainOracle.differences(s)).isEmpty());
        assertThat(commits.get()).isGreaterThan(conflicts.get());
    }

    private void write(Random random, AtomicBoolean done, AtomicInteger commits, AtomicInteger conflicts) {
        while (!done.get()) {
            try {
                transact(s -> change(s, random));
                commits.incrementAndGet();
            } catch (RuntimeException conflict) {
                conflicts.incrementAndGet();
            }
        }
    }

    private void change(Session s, Random random) {
        List<Long> orders = s.createSelectionQuery("select id from Order order by id", Long.class)
                .getResultList();
        Order order = s.find(Order.class, orders.get(random.nextInt(orders.size())));
        switch (random.nextInt(6)) {
            case 0 -> order.shippedOn = random.nextBoolean() ? null : LocalDate.of(2026, 1, 1 + random.nextInt(28));
            case 1 -> order.customer = s.getReference(User.class, users.get(random.nextInt(users.size())));
            case 2 -> order.items.stream().findAny().ifPresent(item -> item.quantity = random.nextInt(9));
            case 3 -> order.items.stream().findAny().ifPresent(item -> item.product = product(s, random));
            case 4 -> s.remove(order);
            default -> place(s, random);
        }
    }

    private void place(Session s, Random random) {
        Order order = new Order();
        order.customer = s.getReference(User.class, users.get(random.nextInt(users.size())));
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            OrderItem item = OrderRulesTest.item(order, product(s, random), 1 + random.nextInt(5));
            assertThat(item.order).isSameAs(order);
        }
        s.persist(order);
    }

    private Product product(Session s, Random random) {
        return s.getReference(Product.class, products.get(random.nextInt(products.size())));
    }

    /** Behind the back of the rules, each statement in a transaction of its own. */
    private void sql(String... statements) {
        for (String statement : statements) {
            transact(s -> s.doWork(connection -> connection.createStatement().execute(statement)));
        }
    }

    private void transact(Consumer<Session> work) {
        QuarkusTransaction.requiringNew().run(() -> {
            work.accept(session);
            Settlement.settle(session);
        });
    }
}
