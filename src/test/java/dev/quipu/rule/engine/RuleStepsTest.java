package dev.quipu.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quipu.change.SoftDeletion;
import dev.quipu.domain.Order;
import dev.quipu.domain.OrderItem;
import dev.quipu.domain.Post;
import dev.quipu.domain.Product;
import dev.quipu.domain.User;
import dev.quipu.model.Hidden;
import dev.quipu.rule.Computed;
import dev.quipu.rule.engine.history.Histories;
import dev.quipu.rule.engine.history.model.SoftFamily;
import dev.quipu.testing.RuledDatabase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What the rules did, step by step, and why. */
class RuleStepsTest extends ExplainedShop {

    @Test
    void placingAnOrder() {
        assertThat(stepsOf(session -> session.persist(order(session, 1, 4, 2))))
                .containsExactly(
                        "OrderItem.unitPrice of OrderItem 3: null → 2.50, since OrderItem 3 inserted",
                        "OrderItem.amount of OrderItem 3: null → 10.00, since OrderItem 3 inserted",
                        "OrderItem.unitPrice of OrderItem 4: null → 10.00, since OrderItem 4 inserted",
                        "OrderItem.amount of OrderItem 4: null → 20.00, since OrderItem 4 inserted",
                        "Order.amountTotal of Order 2: 0.00 → 30.00, since OrderItem 3 inserted; OrderItem 4 inserted",
                        "Order.itemCount of Order 2: 0 → 2, since OrderItem 3 inserted; OrderItem 4 inserted",
                        "Order.status of Order 2: null → OPEN, since Order 2 inserted",
                        "User.balance of User 1: 30.00 → 60.00, since Order 2 inserted",
                        "User.orderCount of User 1: 1 → 2, since Order 2 inserted",
                        "User.openOrderCount of User 1: 1 → 2, since Order 2 inserted",
                        "User.withinCreditLimit of User 1: holds, since User 1 balance 30.00 → 60.00");
    }

    @Test
    void movingAnItem() {
        database.transact(session -> session.persist(order(session, 2, 1, 1)));
        assertThat(stepsOf(session -> session.find(OrderItem.class, 2L).order = session.getReference(Order.class, 2L)))
                .containsExactly(
                        "Order.amountTotal of Order 1: 30.00 → 10.00, since OrderItem 2 moved from Order 1 to Order 2",
                        "Order.itemCount of Order 1: 2 → 1, since OrderItem 2 moved from Order 1 to Order 2",
                        "Order.amountTotal of Order 2: 12.50 → 32.50, since OrderItem 2 moved from Order 1 to Order 2",
                        "Order.itemCount of Order 2: 2 → 3, since OrderItem 2 moved from Order 1 to Order 2",
                        "User.balance of User 1: 30.00 → 10.00, since Order 1 amountTotal 30.00 → 10.00",
                        "User.balance of User 2: 12.50 → 32.50, since Order 2 amountTotal 12.50 → 32.50",
                        "User.withinCreditLimit of User 1: holds, since User 1 balance 30.00 → 10.00",
                        "User.withinCreditLimit of User 2: holds, since User 2 balance 12.50 → 32.50");
    }

    @Test
    void shipping() {
        assertThat(stepsOf(session -> session.find(Order.class, 1L).shippedOn = LocalDate.of(2026, 1, 2)))
                .containsExactly(
                        "OrderItem.shippedOn of OrderItem 1: null → 2026-01-02, since Order 1 shippedOn null → 2026-01-02",
                        "OrderItem.shippedOn of OrderItem 2: null → 2026-01-02, since Order 1 shippedOn null → 2026-01-02",
                        "Order.status of Order 1: OPEN → SHIPPED, since Order 1 shippedOn null → 2026-01-02",
                        "Product.unitsShipped of Product 1: 0 → 4, since OrderItem 1 shippedOn null → 2026-01-02",
                        "Product.unitsShipped of Product 2: 0 → 2, since OrderItem 2 shippedOn null → 2026-01-02",
                        "Product.unitsInStock of Product 1: 0 → -4, since Product 1 unitsShipped 0 → 4",
                        "Product.unitsInStock of Product 2: 0 → -2, since Product 2 unitsShipped 0 → 2",
                        "User.balance of User 1: 30.00 → 0.00, since Order 1 shippedOn null → 2026-01-02",
                        "User.openOrderCount of User 1: 1 → 0, since Order 1 shippedOn null → 2026-01-02",
                        "User.withinCreditLimit of User 1: holds, since User 1 balance 30.00 → 0.00");
    }

    @Test
    void deletingAnOrder() {
        assertThat(stepsOf(session -> session.remove(session.find(Order.class, 1L))))
                .containsExactly(
                        "User.balance of User 1: 30.00 → 0.00, since Order 1 deleted",
                        "User.orderCount of User 1: 1 → 0, since Order 1 deleted",
                        "User.openOrderCount of User 1: 1 → 0, since Order 1 deleted",
                        "User.withinCreditLimit of User 1: holds, since User 1 balance 30.00 → 0.00");
    }

    @Test
    void anotherProductAndQuantityAreOneChange() {
        assertThat(stepsOf(session -> {
                    OrderItem item = session.find(OrderItem.class, 1L);
                    item.product = session.getReference(Product.class, 2L);
                    item.quantity = 2;
                }))
                .startsWith(
                        "OrderItem.unitPrice of OrderItem 1: 2.50 → 10.00, since OrderItem 1 moved from Product 1 to Product 2",
                        "OrderItem.amount of OrderItem 1: 10.00 → 20.00, since OrderItem 1 quantity 4 → 2, unitPrice 2.50 → 10.00");
    }

    @Test
    void whatChangesNothingIsNoStep() {
        assertThat(stepsOf(session -> {
                    session.find(Order.class, 1L).note = "gift";
                    session.find(User.class, 1L).creditLimit = new BigDecimal("1000.0");
                    OrderItem item = session.find(OrderItem.class, 1L);
                    item.quantity = 16;
                    item.quantity = 4;
                }))
                .isEmpty();
    }

    @Test
    void manyCausesAreCounted() {
        assertThat(stepsOf(session -> {
                    for (int i = 0; i < 7; i++) {
                        Post post = new Post();
                        post.author = session.getReference(User.class, 2L);
                        post.body = "post";
                        post.createdAt = Instant.EPOCH;
                        session.persist(post);
                    }
                }))
                .contains("User.postCount of User 2: 0 → 7, since Post 1 inserted; Post 2 inserted; Post 3 inserted;"
                        + " Post 4 inserted; Post 5 inserted; and 2 more");
    }

    @Test
    void deletingSoftlyAndRestoring() {
        try (RuledDatabase soft = RuledDatabase.of(Histories.entities("SoftFamily", false))) {
            soft.transact(session -> {
                SoftFamily.Board board = new SoftFamily.Board();
                board.id = 1L;
                session.persist(board);
                SoftFamily.Topic topic = new SoftFamily.Topic();
                topic.id = 1L;
                topic.board = board;
                topic.base = 3;
                session.persist(topic);
                for (long id = 1; id <= 2; id++) {
                    SoftFamily.Reply reply = new SoftFamily.Reply();
                    reply.id = id;
                    reply.topic = topic;
                    reply.likes = (int) id * 10;
                    session.persist(reply);
                }
            });
            assertThat(stepsOf(soft, session -> session.remove(session.find(SoftFamily.Reply.class, 2L))))
                    .containsExactly(
                            "Topic.replyCount of Topic 1: 2 → 1, since Reply 2 deleted",
                            "Topic.likes of Topic 1: 30 → 10, since Reply 2 deleted",
                            "Topic.mostLikes of Topic 1: 20 → 10, since Reply 2 deleted",
                            "Topic.heat of Topic 1: 33 → 13, since Topic 1 likes 30 → 10",
                            "Board.heat of Board 1: 33 → 13, since Topic 1 heat 33 → 13",
                            "Board.replyCount of Board 1: 2 → 1, since Topic 1 replyCount 2 → 1");
            assertThat(stepsOf(
                            soft,
                            session -> SoftDeletion.restore(
                                    session, Models.of(soft.sessionFactory()).entity(SoftFamily.Reply.class), 2L)))
                    .containsExactly(
                            "Topic.replyCount of Topic 1: 1 → 2, since Reply 2 restored",
                            "Topic.likes of Topic 1: 10 → 30, since Reply 2 restored",
                            "Topic.mostLikes of Topic 1: 10 → 20, since Reply 2 restored",
                            "Topic.heat of Topic 1: 13 → 33, since Topic 1 likes 10 → 30",
                            "Board.heat of Board 1: 13 → 33, since Topic 1 heat 13 → 33",
                            "Board.replyCount of Board 1: 1 → 2, since Topic 1 replyCount 1 → 2");
        }
    }

    @Entity
    static class Account {
        @Id
        Long id;

        @Hidden
        String secret;

        @Computed("length(secret)")
        Integer strength;

        @Hidden
        @Computed("concat(secret, '!')")
        String shouted;
    }

    @Test
    void hiddenValuesAreNotTold() {
        try (RuledDatabase accounts = RuledDatabase.of(Account.class)) {
            accounts.transact(session -> {
                Account account = new Account();
                account.id = 1L;
                account.secret = "sesame";
                session.persist(account);
            });
            assertThat(stepsOf(accounts, session -> session.find(Account.class, 1L).secret = "open sesame"))
                    .containsExactlyInAnyOrder(
                            "Account.strength of Account 1: 6 → 11, since Account 1 secret changed",
                            "Account.shouted of Account 1: changed, since Account 1 secret changed");
        }
    }
}
