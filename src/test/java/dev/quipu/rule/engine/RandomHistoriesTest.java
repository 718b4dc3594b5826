package dev.quipu.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quipu.change.Settlement;
import dev.quipu.change.SoftDeletion;
import dev.quipu.domain.Order;
import dev.quipu.domain.OrderItem;
import dev.quipu.domain.Post;
import dev.quipu.domain.Product;
import dev.quipu.domain.Role;
import dev.quipu.domain.User;
import dev.quipu.model.Model;
import dev.quipu.rule.RuleViolationException;
import dev.quipu.rule.Rules;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Random transactions on the domain, several changes each, with queries and flushes between them; after each, everything derived
 * equals its recomputation. More: {@code -Dquipu.histories=1000 -Dquipu.seed=1}.
 */
@QuarkusTest
class RandomHistoriesTest {

    private static final int TRANSACTIONS = 60;

    @Inject
    Session session;

    @Inject
    Model model;

    @TestFactory
    Stream<DynamicTest> storedEqualsRecomputed() {
        long first = Long.getLong("quipu.seed", 1);
        return LongStream.range(first, first + Integer.getInteger("quipu.histories", 5))
                .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> play(seed)));
    }

    private void play(long seed) {
        Random random = new Random(seed);
        transact(s -> Rules.bypassing(
                () -> s.createNativeMutationQuery("truncate roles, users, posts, products, orders, order_items")
                        .executeUpdate()));
        transact(s -> {
            for (int i = 0; i < 3; i++) {
                Role role = new Role();
                role.name = "role" + i;
                s.persist(role);
                OrderRulesTest.user("user" + i, "200.00").role = random.nextBoolean() ? role : null;
                OrderRulesTest.product("product" + i, "1." + i + "9");
            }
        });
        List<String> log = new ArrayList<>();
        for (int i = 0; i < TRANSACTIONS; i++) {
            log.clear();
            try {
                transact(s -> {
                    RandomChange change = new RandomChange(s, model, random, log);
                    for (int n = 1 + random.nextInt(4); n > 0; n--) {
                        change.make();
                    }
                });
            } catch (RuntimeException refused) {
                log.add("refused: " + rootOf(refused));
                if (!isViolation(refused)) {
                    throw new AssertionError("seed " + seed + ", transaction " + i + ": " + log, refused);
                }
            }
            int number = i;
            transact(s -> assertThat(DomainOracle.differences(s))
                    .as("seed %s, transaction %s: %s", seed, number, log)
                    .isEmpty());
        }
    }

    private static Throwable rootOf(Throwable problem) {
        return problem.getCause() == null ? problem : rootOf(problem.getCause());
    }

    private static boolean isViolation(Throwable problem) {
        return problem instanceof RuleViolationException
                || (problem.getCause() != null && isViolation(problem.getCause()));
    }

    private void transact(Consumer<Session> work) {
        QuarkusTransaction.requiringNew().run(() -> {
            work.accept(session);
            Settlement.settle(session);
        });
    }

    /** One random change of one random row. */
    private record RandomChange(Session session, Model model, Random random, List<String> log) {

        void make() {
            int kind = random.nextInt(20);
            log.add(String.valueOf(kind));
            switch (kind) {
                case 0, 1, 2 -> placeOrder();
                case 3 ->
                    with(any(Order.class), order -> OrderRulesTest.item(order, any(Product.class), random.nextInt(9))
                            .persist());
                case 4 -> with(any(OrderItem.class), item -> item.quantity = random.nextInt(12));
                case 5 -> with(any(OrderItem.class), item -> item.product = any(Product.class));
                case 6 -> with(any(OrderItem.class), item -> item.order = any(Order.class));
                case 7 ->
                    with(any(OrderItem.class), item -> {
                        item.order.items.remove(item);
                        session.remove(item);
                    });
                case 8, 9 -> with(any(Order.class), order -> order.shippedOn = date());
                case 10 -> with(any(Order.class), order -> order.customer = any(User.class));
                case 11 -> with(any(Order.class), session::remove);
                case 12 -> with(any(User.class), user -> user.role = random.nextBoolean() ? any(Role.class) : null);
                case 13 ->
                    with(any(User.class), user -> user.creditLimit = BigDecimal.valueOf(100 + random.nextInt(300)));
                case 14, 15 -> with(any(User.class), this::post);
                case 16 -> with(any(Post.class), session::remove);
                case 17 -> restore();
                case 18 -> with(any(Product.class), product -> product.unitsReceived = random.nextInt(50));
                default -> flushOrQuery();
            }
        }

        private void placeOrder() {
            User customer = any(User.class);
            Order order = new Order();
            order.customer = customer;
            order.shippedOn = date();
            for (int n = random.nextInt(4); n > 0; n--) {
                OrderRulesTest.item(order, any(Product.class), random.nextInt(10));
            }
            session.persist(order);
        }

        private void post(User author) {
            Post post = new Post();
            post.author = author;
            post.body = "hello";
            post.createdAt = Instant.ofEpochSecond(1_700_000_000L + random.nextInt(1000));
            session.persist(post);
        }

        private void restore() {
            List<Long> deleted = session.createNativeQuery(
                            "select id from posts where deleted_at is not null order by id", Long.class)
                    .getResultList();
            if (!deleted.isEmpty()) {
                SoftDeletion.restore(session, model.entity(Post.class), deleted.get(random.nextInt(deleted.size())));
            }
        }

        private void flushOrQuery() {
            if (random.nextBoolean()) {
                session.flush();
            } else {
                assertThat(session.createSelectionQuery(
                                        "select sum(u.balance) - (select coalesce(sum(o.amountTotal), 0) from Order o"
                                                + " where o.shippedOn is null) from User u",
                                        BigDecimal.class)
                                .getSingleResult())
                        .isEqualByComparingTo("0");
            }
        }

        private LocalDate date() {
            return random.nextBoolean() ? null : LocalDate.of(2026, 1, 1 + random.nextInt(28));
        }

        private <T> T any(Class<T> type) {
            List<Long> ids = session.createSelectionQuery(
                            "select id from " + type.getName() + " order by id", Long.class)
                    .getResultList();
            return ids.isEmpty() ? null : session.find(type, ids.get(random.nextInt(ids.size())));
        }

        private static <T> void with(T row, Consumer<T> change) {
            if (row != null) {
                change.accept(row);
            }
        }
    }
}
