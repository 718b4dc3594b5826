package dev.quipu.rule.engine;

import dev.quipu.change.Explanation;
import dev.quipu.change.Settlement;
import dev.quipu.domain.AuditEntry;
import dev.quipu.domain.Order;
import dev.quipu.domain.OrderItem;
import dev.quipu.domain.Post;
import dev.quipu.domain.Product;
import dev.quipu.domain.Role;
import dev.quipu.domain.User;
import dev.quipu.testing.RuledDatabase;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An order of two items, and the steps of what tests do to it. */
abstract class ExplainedShop {

    RuledDatabase database;

    @BeforeEach
    void seed() {
        database = RuledDatabase.of(
                Role.class, User.class, Post.class, Product.class, Order.class, OrderItem.class, AuditEntry.class);
        database.transact(session -> {
            for (String name : List.of("alice", "bob")) {
                User user = new User();
                user.username = name;
                user.email = name + "@example.org";
                session.persist(user);
            }
            for (String price : List.of("2.50", "10.00")) {
                Product product = new Product();
                product.name = "product for " + price;
                product.unitPrice = new BigDecimal(price);
                session.persist(product);
            }
            session.persist(order(session, 1, 4, 2));
        });
    }

    @AfterEach
    void close() {
        database.close();
    }

    static Order order(Session session, long customer, int ofFirst, int ofSecond) {
        Order order = new Order();
        order.customer = session.getReference(User.class, customer);
        for (int i = 0; i < 2; i++) {
            OrderItem item = new OrderItem();
            item.order = order;
            item.product = session.getReference(Product.class, i + 1L);
            item.quantity = i == 0 ? ofFirst : ofSecond;
            order.items.add(item);
        }
        return order;
    }

    List<String> stepsOf(Consumer<Session> work) {
        return stepsOf(database, work);
    }

    static List<String> stepsOf(RuledDatabase database, Consumer<Session> work) {
        List<String> steps = new ArrayList<>();
        database.transact(session -> {
            try (Explanation explanation = Explanation.begin(session)) {
                work.accept(session);
                Settlement.settle(session);
                explanation.steps().forEach(step -> steps.add(step.toString().replaceAll("\\w+\\$", "")));
            }
        });
        return steps;
    }
}
