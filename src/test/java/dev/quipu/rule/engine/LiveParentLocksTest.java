package dev.quipu.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quipu.rule.Computed;
import dev.quipu.rule.SumOf;
import dev.quipu.rule.tool.RuleVerification;
import dev.quipu.testing.RuledDatabase;
import dev.quipu.testing.Together;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A parent that rows read live is locked before them, whoever starts: sessions of one flush do not deadlock. */
class LiveParentLocksTest {

    @Entity(name = "Guild")
    static class Guild {
        @Id
        long id = 1;

        int factor = 1;
    }

    @Entity(name = "Buyer")
    static class Buyer {
        @Id
        long id = 1;

        @ManyToOne(fetch = FetchType.LAZY)
        Guild guild;

        int discount = 1;

        @Computed("guild.factor * 2")
        Integer points;
    }

    @Entity(name = "Basket")
    static class Basket {
        @Id
        long id = 1;

        @ManyToOne(fetch = FetchType.LAZY)
        Buyer buyer;

        @OneToMany(mappedBy = "basket")
        List<Ware> wares = new ArrayList<>();

        @SumOf("wares.price")
        int total;

        @Computed("total * (100 - buyer.discount)")
        Integer net;
    }

    @Entity(name = "Ware")
    static class Ware {
        @Id
        long id;

        @ManyToOne(fetch = FetchType.LAZY)
        Basket basket;

        int price = 1;
    }

    /** Reads a parent's parent, and sums nothing. */
    @Entity(name = "Voucher")
    static class Voucher {
        @Id
        long id;

        @ManyToOne(fetch = FetchType.LAZY)
        Buyer buyer;

        @Computed("buyer.guild.factor")
        Integer factor;
    }

    private final RuledDatabase database =
            RuledDatabase.of(Guild.class, Buyer.class, Basket.class, Ware.class, Voucher.class);

    @BeforeEach
    void plant() {
        database.transact(session -> {
            Buyer buyer = new Buyer();
            buyer.guild = new Guild();
            Basket basket = new Basket();
            basket.buyer = buyer;
            session.persist(buyer.guild);
            session.persist(buyer);
            session.persist(basket);
        });
    }

    @AfterEach
    void close() {
        assertThat(new RuleVerification(database.sessionFactory()).verify().findings())
                .isEmpty();
        database.close();
    }

    @Test
    void whereWhatReadsItIsASum() throws Exception {
        Together.write(2, number -> number == 0 ? times(this::addWare) : times(i -> buyer(b -> b.discount = i % 100)));
    }

    @Test
    void whereItIsTwoStepsAway() throws Exception {
        Together.write(2, number -> number == 0 ? times(this::addVoucher) : times(this::setFactor));
    }

    private static Object times(IntConsumer work) {
        for (int i = 1; i <= 150; i++) {
            work.accept(i);
        }
        return work;
    }

    private void addWare(int id) {
        database.transact(session -> {
            Ware ware = new Ware();
            ware.id = id;
            ware.basket = session.getReference(Basket.class, 1L);
            session.persist(ware);
        });
    }

    private void addVoucher(int id) {
        database.transact(session -> {
            Voucher voucher = new Voucher();
            voucher.id = id;
            voucher.buyer = session.getReference(Buyer.class, 1L);
            session.persist(voucher);
        });
    }

    private void setFactor(int factor) {
        database.transact(session -> session.find(Guild.class, 1L).factor = factor);
    }

    private void buyer(Consumer<Buyer> change) {
        database.transact(session -> change.accept(session.find(Buyer.class, 1L)));
    }
}
