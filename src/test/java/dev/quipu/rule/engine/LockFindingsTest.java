package dev.quipu.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quipu.rule.SumOf;
import dev.quipu.testing.LockWaits;
import dev.quipu.testing.RuledDatabase;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What sessions at the same rows have found, each as short as it gets. */
@Timeout(60)
class LockFindingsTest {

    @Entity(name = "Box")
    static class Box {
        @Id
        Long id;

        @OneToMany(mappedBy = "box", cascade = CascadeType.ALL)
        List<Thing> things = new ArrayList<>();

        @SumOf("things.weight")
        int weight;
    }

    @Entity(name = "Thing")
    static class Thing {
        @Id
        Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        @Nullable
        Box box;

        int weight;
    }

    /** Refers to a box, and no rule reads it. */
    @Entity(name = "Label")
    static class Label {
        @Id
        Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        Box box;
    }

    private final RuledDatabase database = RuledDatabase.of(Box.class, Thing.class, Label.class);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Session> sessions = new ArrayList<>();

    @BeforeEach
    void plant() {
        database.transact(session -> {
            for (long id = 1; id <= 2; id++) {
                Box box = new Box();
                box.id = id;
                session.persist(box);
            }
        });
    }

    @AfterEach
    void close() {
        sessions.forEach(Session::close);
        threads.shutdown();
        database.close();
    }

    /**
     * Whoever changes a row while a foreign key is checked leaves its old version under the locks of both. A statement that locks rows
     * and changes them comes to that version twice, and between the two another session may have queued up for it.
     */
    @Test
    void differencesOfManySessionsDoNotDeadlock() throws Exception {
        Session labels = begin();
        Label label = new Label();
        label.id = 1L;
        label.box = labels.getReference(Box.class, 1L);
        labels.persist(label);
        labels.flush();
        Session first = begin();
        put(first, 1, 1);
        first.flush();
        Session second = begin();
        put(second, 2, 2);
        second.flush();

        Session both = begin();
        put(both, 3, 2);
        put(both, 4, 1);
        Future<?> third = threads.submit(both::flush);
        LockWaits.await(database, 1);
        Session last = begin();
        put(last, 5, 1);
        Future<?> fourth = threads.submit(last::flush);
        LockWaits.await(database, 2);
        first.getTransaction().commit();
        LockWaits.await(database, 2);
        second.getTransaction().commit();
        third.get();
        both.getTransaction().commit();
        fourth.get();
        last.getTransaction().commit();
        labels.getTransaction().commit();

        assertThat(weightOf(1)).isEqualTo(3);
        assertThat(weightOf(2)).isEqualTo(2);
    }

    private int weightOf(long box) {
        return database.read(session -> session.find(Box.class, box).weight);
    }

    private Session begin() {
        Session session = database.sessionFactory().openSession();
        sessions.add(session);
        session.beginTransaction();
        return session;
    }

    private static void put(Session session, long id, long box) {
        Thing thing = new Thing();
        thing.id = id;
        thing.box = session.getReference(Box.class, box);
        thing.weight = 1;
        session.persist(thing);
    }
}
