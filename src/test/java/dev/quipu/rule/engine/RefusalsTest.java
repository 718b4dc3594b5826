package dev.quipu.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quipu.domain.Order;
import dev.quipu.domain.OrderItem;
import dev.quipu.domain.Role;
import dev.quipu.domain.User;
import dev.quipu.rule.Rules;
import dev.quipu.rule.RulesBypassedException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.criteria.CriteriaUpdate;
import java.math.BigDecimal;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What would bypass the rules is refused, changes nothing, and names the way out. */
@QuarkusTest
class RefusalsTest {

    @Inject
    Session session;

    @Inject
    SessionFactory sessionFactory;

    Long user;
    Long order;

    @BeforeEach
    void seed() {
        transact(s -> {
            Rules.bypassing(
                    () -> s.createNativeMutationQuery("truncate roles, users, posts, products, orders, order_items")
                            .executeUpdate());
            Order placed = new Order();
            placed.customer = OrderRulesTest.user("alice", "1000.00");
            OrderRulesTest.item(placed, OrderRulesTest.product("tea", "2.00"), 3);
            placed.persist();
            user = placed.customer.id;
            order = placed.id;
        });
    }

    @TestFactory
    Stream<DynamicTest> bulkStatements() {
        return Stream.of(
                refused("Panache update", s -> Order.update("note = 'x'")),
                refused("Panache delete", s -> Order.delete("note = 'x'")),
                refused("HQL delete", s -> s.createMutationQuery("delete OrderItem")
                        .executeUpdate()),
                refused("HQL insert", s -> s.createMutationQuery(
                                "insert into Role (id, name, userCount, version) select id, name, 0, 0 from Role")
                        .executeUpdate()),
                refused("criteria update", s -> {
                    CriteriaUpdate<OrderItem> update = s.getCriteriaBuilder().createCriteriaUpdate(OrderItem.class);
                    update.from(OrderItem.class);
                    update.set("quantity", 9);
                    s.createMutationQuery(update).executeUpdate();
                }),
                refused("native DML", s -> s.createNativeMutationQuery("update users set credit_limit = 0")
                        .executeUpdate()),
                refused("native DML with a CTE", s -> s.createNativeMutationQuery(
                                "with x as (select 1 as one) update users set credit_limit = x.one from x")
                        .executeUpdate()),
                refused(
                        "stateless insert",
                        s -> stateless(work -> {
                            Role role = new Role();
                            role.name = "x";
                            work.insert(role);
                        })),
                refused("stateless update", s -> stateless(work -> work.update(work.get(Order.class, order)))),
                refused("stateless delete", s -> stateless(work -> work.delete(work.get(Order.class, order)))));
    }

    private DynamicTest refused(String name, Consumer<Session> write) {
        return DynamicTest.dynamicTest(name, () -> {
            assertThatThrownBy(() -> transact(write))
                    .isInstanceOf(RulesBypassedException.class)
                    .hasMessageContaining("Rules.bypassing");
            transact(s -> assertThat(s.find(User.class, user).balance).isEqualByComparingTo("6.00"));
        });
    }

    private void stateless(Consumer<StatelessSession> work) {
        try (StatelessSession stateless = sessionFactory.openStatelessSession()) {
            work.accept(stateless);
        }
    }

    @Test
    void whoKnowsWhatTheyDoMay() {
        transact(s -> Rules.bypassing(() -> Order.update("note = 'x'")));
        transact(s -> assertThat(s.find(Order.class, order).note).isEqualTo("x"));
    }

    @Test
    void aStaleDetachedCopyIsNoAssignment() {
        User[] copy = new User[1];
        transact(s -> copy[0] = s.find(User.class, user));
        transact(s -> OrderRulesTest.item(
                        s.find(Order.class, order),
                        s.find(Order.class, order).items.get(0).product,
                        1)
                .persist());
        copy[0].creditLimit = new BigDecimal("500.00");
        transact(s -> s.merge(copy[0]));
        transact(s -> {
            assertThat(s.find(User.class, user).creditLimit).isEqualByComparingTo("500.00");
            assertThat(s.find(User.class, user).balance).isEqualByComparingTo("8.00");
        });
    }

    private void transact(Consumer<Session> work) {
        QuarkusTransaction.requiringNew().run(() -> work.accept(session));
    }
}
