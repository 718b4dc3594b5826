package dev.quipu.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.quipu.events.MonthlySales;
import dev.quipu.events.Sale;
import dev.quipu.rule.Computed;
import dev.quipu.rule.CountOf;
import dev.quipu.rule.SumOf;
import dev.quipu.rule.engine.LockFindingsTest.Box;
import dev.quipu.rule.engine.LockFindingsTest.Label;
import dev.quipu.rule.engine.LockFindingsTest.Thing;
import dev.quipu.testing.LockWaits;
import dev.quipu.testing.RuledDatabase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is locked, what is not, and in which order, each seen by another session. */
@Timeout(60)
class LocksTest {

    /** It sums nothing, but its loads read it. */
    @Entity(name = "Tariff")
    static class Tariff {
        @Id
        Long id;

        int rate;
    }

    @Entity(name = "Load")
    static class Load {
        @Id
        Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        Tariff tariff;

        @OneToMany(mappedBy = "load")
        List<Piece> pieces = new ArrayList<>();

        @SumOf("pieces.weight")
        int weight;

        @CountOf("pieces")
        int pieceCount;

        @Computed("(weight + 10) * tariff.rate")
        int charge;
    }

    @Entity(name = "Piece")
    static class Piece {
        @Id
        Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        Load load;

        int weight;
    }

    private final RuledDatabase database = RuledDatabase.of(
            Box.class, Thing.class, Label.class, Tariff.class, Load.class, Piece.class, MonthlySales.class, Sale.class);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Session> sessions = new ArrayList<>();

    /** The second row stands first in its table, and each table is small enough to be read from its beginning. */
    @BeforeEach
    void plant() {
        for (long id = 2; id >= 1; id--) {
            long planted = id;
            database.transact(session -> {
                Box box = new Box();
                box.id = planted;
                session.persist(box);
                put(session, planted, planted);
            });
        }
        database.transact(session ->
                session.createNativeMutationQuery("analyze box, thing").executeUpdate());
    }

    @AfterEach
    void close() {
        sessions.forEach(Session::close);
        threads.shutdown();
        database.close();
    }

    /** Who waits for the first holds none of the others yet, whatever order they are stored, loaded or changed in. */
    @Test
    void changedRowsAreLockedInTheOrderOfTheirIds() throws Exception {
        assertThatTheSecondIsFree("select id from thing where id = :id for no key update nowait", session -> {
            session.find(Thing.class, 2L).weight++;
            session.find(Thing.class, 1L).weight++;
        });
    }

    @Test
    void parentsAreAdjustedInTheOrderOfTheirIds() throws Exception {
        assertThatTheSecondIsFree("select id from box where id = :id for no key update nowait", session -> {
            put(session, 4, 2);
            put(session, 3, 1);
        });
    }

    @Test
    void changedAndAdjustedRowsAreLockedTogether() throws Exception {
        database.transact(session -> {
            tariff(session, 1);
            tariff(session, 2);
            load(session, 1);
            load(session, 2);
        });
        assertThatTheSecondIsFree("select id from load where id = :id for no key update nowait", session -> {
            session.find(Load.class, 2L).tariff = session.getReference(Tariff.class, 2L);
            piece(session, 0); // counts, and nothing is computed from the count
        });
    }

    @Test
    void missingParentsAreInsertedInTheOrderOfTheirIds() throws Exception {
        Session first = begin();
        sale(first, "2026-01");
        first.flush();
        Session both = begin();
        sale(both, "2026-02");
        sale(both, "2026-01");
        Future<?> waiting = threads.submit(both::flush);
        LockWaits.await(database, 1);
        Session second = beginImpatiently();
        sale(second, "2026-02");
        assertThatCode(second::flush).doesNotThrowAnyException();
        second.getTransaction().rollback();
        first.getTransaction().rollback();
        waiting.get();
        both.getTransaction().commit();
    }

    @Test
    void aForeignKeyThatRefersToAParentDoesNotHoldItsSumUp() {
        Session labels = begin();
        Label label = new Label();
        label.id = 1L;
        label.box = labels.getReference(Box.class, 1L);
        labels.persist(label);
        labels.flush();
        Session other = beginImpatiently();
        put(other, 3, 1);
        assertThatCode(other::flush).doesNotThrowAnyException();
    }

    @Test
    void differencesThatCancelOutLockNoParent() {
        database.transact(session -> put(session, 3, 1));
        Session first = begin();
        lock(first, "select id from box where id = :id for no key update", 1);
        Session other = beginImpatiently();
        other.find(Thing.class, 1L).weight++;
        other.find(Thing.class, 3L).weight--;
        assertThatCode(other::flush).doesNotThrowAnyException();
    }

    @Test
    void aParentThatANewChildHasReadStaysAsItIsUntilTheChildIsThere() throws Exception {
        database.transact(session -> tariff(session, 1));
        Session child = begin();
        load(child, 1);
        child.flush();
        Future<?> parent = threads.submit(() -> database.transact(session -> session.find(Tariff.class, 1L).rate = 2));
        LockWaits.awaitEndOrWait(database, parent);
        child.getTransaction().commit();
        parent.get();
        assertThat(charge()).isEqualTo(20);
    }

    @Test
    void anAdjustedRowReadsItsParentAnewAndNotAsTheSessionKnowsIt() {
        database.transact(session -> {
            tariff(session, 1);
            load(session, 1);
        });
        Session child = begin();
        child.find(Tariff.class, 1L);
        database.transact(session -> session.find(Tariff.class, 1L).rate = 2);
        piece(child, 5);
        child.getTransaction().commit();
        assertThat(charge()).isEqualTo(30);
    }

    private static void piece(Session session, int weight) {
        Piece piece = new Piece();
        piece.id = 1L;
        piece.load = session.getReference(Load.class, 1L);
        piece.weight = weight;
        session.persist(piece);
    }

    private int charge() {
        return database.read(session -> session.find(Load.class, 1L).charge);
    }

    private static void tariff(Session session, long id) {
        Tariff tariff = new Tariff();
        tariff.id = id;
        tariff.rate = 1;
        session.persist(tariff);
    }

    private static void load(Session session, long id) {
        Load load = new Load();
        load.id = id;
        load.tariff = session.getReference(Tariff.class, 1L);
        session.persist(load);
    }

    private void assertThatTheSecondIsFree(String lock, Consumer<Session> changes) throws Exception {
        Session first = begin();
        lock(first, lock, 1);
        Session both = begin();
        changes.accept(both);
        Future<?> waiting = threads.submit(both::flush);
        LockWaits.await(database, 1);
        Session second = begin();
        assertThatCode(() -> lock(second, lock, 2)).doesNotThrowAnyException();
        second.getTransaction().rollback();
        first.getTransaction().rollback();
        waiting.get();
        both.getTransaction().commit();
    }

    private static void lock(Session session, String sql, long id) {
        session.createNativeQuery(sql, Long.class).setParameter("id", id).getSingleResult();
    }

    private Session begin() {
        Session session = database.sessionFactory().openSession();
        sessions.add(session);
        session.beginTransaction();
        return session;
    }

    private Session beginImpatiently() {
        Session session = begin();
        session.createNativeMutationQuery("set local lock_timeout = '1s'").executeUpdate();
        return session;
    }

    private static void put(Session session, long id, long box) {
        Thing thing = new Thing();
        thing.id = id;
        thing.box = session.getReference(Box.class, box);
        thing.weight = 1;
        session.persist(thing);
    }

    private static void sale(Session session, String month) {
        Sale sale = new Sale();
        sale.month = session.getReference(MonthlySales.class, month);
        sale.amount = BigDecimal.ONE;
        session.persist(sale);
    }
}
