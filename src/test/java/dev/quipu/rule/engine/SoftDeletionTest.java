package dev.quipu.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quipu.change.SoftDeletion;
import dev.quipu.model.EntityModel;
import dev.quipu.rule.ParentMissingException;
import dev.quipu.rule.engine.forum.Entry;
import dev.quipu.rule.engine.forum.Hall;
import dev.quipu.rule.engine.forum.Mark;
import dev.quipu.rule.engine.forum.Topic;
import dev.quipu.testing.RuledDatabase;
import jakarta.persistence.OptimisticLockException;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.StaleStateException;
import org.hibernate.exception.ConstraintViolationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Topic 1 has the entries 1 and 2, and entry 1 the marks 1 and 2; all of them are softly deleted, hall 1 is not. */
class SoftDeletionTest {

    private static RuledDatabase database;

    @BeforeAll
    static void start() {
        database = RuledDatabase.of(Hall.class, Topic.class, Entry.class, Mark.class);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void plant() {
        database.transact(session -> session.createNativeMutationQuery("truncate halls, topics, entries, marks")
                .executeUpdate());
        database.transact(session -> {
            Hall hall = new Hall();
            hall.id = 1L;
            session.persist(hall);
            Topic topic = new Topic(1, hall, "looms");
            topic.bonus = 10;
            session.persist(topic);
            Entry entry = new Entry(1, topic, 1);
            session.persist(entry);
            session.persist(new Entry(2, topic, 2));
            session.persist(new Mark(1, entry, 5));
            session.persist(new Mark(2, entry, 7));
        });
    }

    @Test
    void whatFallsInOneTransactionHasOneTime() {
        database.transact(session -> session.remove(session.find(Topic.class, 1L)));

        assertThat(deletedAt("topics", "entries", "marks")).hasSize(5).doesNotContainNull();
        assertThat(deletedAt("topics", "entries", "marks").stream().distinct()).hasSize(1);
        assertHall(0, 0);
    }

    @Test
    void restoringCountsEverythingAgain() {
        database.transact(session -> session.remove(session.find(Topic.class, 1L)));
        restore(Topic.class, 1);

        assertThat(deletedAt("topics", "entries", "marks")).containsOnlyNulls();
        assertHall(1, 23);
        Topic topic = database.read(session -> session.find(Topic.class, 1L));
        assertThat(topic.best).isEqualTo(12);
        Entry entry = database.read(session -> session.find(Entry.class, 1L));
        assertThat(entry.weight).isEqualTo(12);
        assertThat(entry.lightest).isEqualTo(5);
    }

    @Test
    void whatARowRefersToByACascadeFallsAndComesBackWithIt() {
        database.transact(session -> {
            Mark pin = new Mark(9, null, 1);
            session.persist(pin);
            session.find(Topic.class, 1L).pinned = pin;
        });
        database.transact(session -> session.remove(session.find(Topic.class, 1L)));
        assertThat(deletedAt("marks where id = 9")).doesNotContainNull();

        restore(Topic.class, 1);
        assertThat(deletedAt("marks where id = 9")).containsOnlyNulls();

        purge(Topic.class, 1);
        assertThat(deletedAt("marks")).isEmpty();
    }

    @Test
    void whatHadBeenDeletedBeforeStaysDeleted() {
        database.transact(session -> session.remove(session.find(Mark.class, 1L)));
        database.transact(session -> session.remove(session.find(Entry.class, 2L)));
        database.transact(session -> session.remove(session.find(Topic.class, 1L)));
        restore(Topic.class, 1);

        assertHall(1, 11);
        Entry entry = database.read(session -> session.find(Entry.class, 1L));
        assertThat(entry.weight).isEqualTo(7);
        assertThat(entry.lightest).isEqualTo(7);
        restore(Entry.class, 2);
        assertHall(1, 23);
    }

    @Test
    void aChildReadsItsParentAnewAndKeepsWhatItCopied() {
        database.transact(session -> session.remove(session.find(Entry.class, 1L)));
        database.transact(session -> session.find(Topic.class, 1L).bonus = 100);
        restore(Entry.class, 1);

        assertHall(1, 203);
        Entry entry = database.read(session -> session.find(Entry.class, 1L));
        assertThat(entry.points).isEqualTo(101);
        assertThat(entry.bonusThen).isEqualTo(10);
    }

    @Test
    void noChildComesBackToADeletedParent() {
        database.transact(session -> session.remove(session.find(Mark.class, 1L)));
        database.transact(session -> session.remove(session.find(Topic.class, 1L)));
        List<?> before = deletedAt("topics", "entries", "marks");

        assertThatThrownBy(() -> restore(Mark.class, 1))
                .isInstanceOf(ParentMissingException.class)
                .hasMessage("Mark.entry refers to Entry 1, which does not exist or is deleted");
        assertThatThrownBy(() -> restore(Entry.class, 1)).isInstanceOf(ParentMissingException.class);
        assertThat(deletedAt("topics", "entries", "marks")).isEqualTo(before);
    }

    @Test
    void aReferenceThatNoRuleReadsHoldsARestorationBackToo() {
        database.transact(session -> {
            Topic other = new Topic(2, null, "spindles");
            session.persist(other);
            session.find(Mark.class, 1L).about = other;
        });
        database.transact(session -> session.remove(session.find(Mark.class, 1L)));
        database.transact(session -> session.remove(session.find(Topic.class, 2L)));

        assertThatThrownBy(() -> restore(Mark.class, 1))
                .isInstanceOf(ParentMissingException.class)
                .hasMessage("Mark.about refers to Topic 2, which does not exist or is deleted");
        restore(Topic.class, 2);
        restore(Mark.class, 1);
    }

    @Test
    void noChildComesToADeletedParentEvenIfItCountsForNothing() {
        database.transact(session -> session.remove(session.find(Topic.class, 1L)));
        for (Integer weight : new Integer[] {0, null}) {
            assertThatThrownBy(() -> database.transact(
                            session -> session.persist(new Mark(9, session.getReference(Entry.class, 1L), weight))))
                    .as("weight %s", weight)
                    .isInstanceOf(ParentMissingException.class);
        }
    }

    @Test
    void purgingALivingRowTakesItOutOfItsSums() {
        purge(Entry.class, 1);

        assertHall(1, 12);
        assertThat(deletedAt("entries")).hasSize(1);
        assertThat(deletedAt("marks")).isEmpty();
    }

    @Test
    void purgingADeletedRowTakesAllBelowItAndChangesNoSum() {
        database.transact(session -> session.remove(session.find(Mark.class, 1L)));
        database.transact(session -> session.remove(session.find(Topic.class, 1L)));
        purge(Topic.class, 1);

        assertHall(0, 0);
        assertThat(deletedAt("topics", "entries", "marks")).isEmpty();
        assertThat(database.<Boolean>read(session -> purged(session, Topic.class, 1)))
                .isFalse();
    }

    @Test
    void purgesWhatTheSessionHasLoaded() {
        database.transact(session -> {
            Topic topic = session.find(Topic.class, 1L);
            assertThat(topic.entries).hasSize(2);
            purged(session, Entry.class, 1);
            assertThat(topic.entries).hasSize(1);
            topic.bonus = 20;
        });
        assertHall(1, 22);
    }

    @Test
    void deletesAndRestoresInOneTransaction() {
        database.transact(session -> {
            session.remove(session.find(Topic.class, 1L));
            Topic topic = (Topic) SoftDeletion.restore(session, entity(Topic.class), 1L);
            assertThat(topic.entries).hasSize(2);
            topic.bonus = 20;
        });
        assertHall(1, 43);
        database.transact(session -> {
            session.remove(session.find(Topic.class, 1L));
            SoftDeletion.restore(session, entity(Topic.class), 1L);
            session.remove(session.find(Topic.class, 1L));
        });
        assertHall(0, 0);
        assertThat(deletedAt("topics", "entries", "marks")).doesNotContainNull();
    }

    @Test
    void parentAndChildMayBothBeDeletedInOneFlush() {
        database.transact(session -> {
            session.remove(session.find(Entry.class, 1L));
            session.remove(session.find(Topic.class, 1L));
        });
        assertHall(0, 0);
        restore(Topic.class, 1);
        assertHall(1, 23);
    }

    @Test
    void theSecondOfTwoDeletionsFindsNothing() {
        try (Session late = database.sessionFactory().openSession()) {
            late.beginTransaction();
            late.remove(late.find(Mark.class, 1L)); // without a version
            database.transact(session -> session.remove(session.find(Entry.class, 1L)));
            assertThatThrownBy(late::flush).isInstanceOfAny(StaleStateException.class, OptimisticLockException.class);
            late.getTransaction().rollback();
        }
        restore(Entry.class, 1);
        assertThat(deletedAt("marks")).containsOnlyNulls();
    }

    @Test
    void aChildThatComesWhileItsParentFallsIsNotLeftBehind() {
        try (Session late = database.sessionFactory().openSession()) {
            late.beginTransaction();
            late.remove(late.find(Topic.class, 1L));
            database.transact(session -> session.persist(new Entry(3, session.find(Topic.class, 1L), 3)));
            assertThatThrownBy(late::flush).isInstanceOfAny(StaleStateException.class, OptimisticLockException.class);
            late.getTransaction().rollback();
        }
        assertHall(1, 36);
    }

    @Test
    void whatIsPurgedWhileItIsRestoredIsGone() {
        database.transact(session -> session.remove(session.find(Entry.class, 1L)));
        try (Session late = database.sessionFactory().openSession()) {
            late.beginTransaction();
            Entry entry = (Entry) SoftDeletion.find(late, entity(Entry.class), 1L);
            purge(Entry.class, 1);
            entry.deletedAt = null;
            assertThatThrownBy(late::flush).isInstanceOfAny(StaleStateException.class, OptimisticLockException.class);
            late.getTransaction().rollback();
        }
        assertHall(1, 12);
    }

    @Test
    void whatIsRestoredTwiceCountsOnce() {
        database.transact(session -> session.remove(session.find(Entry.class, 1L)));
        try (Session late = database.sessionFactory().openSession()) {
            late.beginTransaction();
            Entry entry = (Entry) SoftDeletion.find(late, entity(Entry.class), 1L);
            restore(Entry.class, 1);
            entry.deletedAt = null;
            assertThatThrownBy(late::flush).isInstanceOfAny(StaleStateException.class, OptimisticLockException.class);
            late.getTransaction().rollback();
        }
        assertHall(1, 23);
    }

    @Test
    void deletionAndRestorationAdvanceTheVersion() {
        int before = database.<Topic>read(session -> session.find(Topic.class, 1L)).version;
        try (Session late = database.sessionFactory().openSession()) {
            late.beginTransaction();
            Topic seen = late.find(Topic.class, 1L);
            database.transact(session -> session.remove(session.find(Topic.class, 1L)));
            restore(Topic.class, 1);
            seen.bonus = 99;
            assertThatThrownBy(late::flush).isInstanceOfAny(StaleStateException.class, OptimisticLockException.class);
            late.getTransaction().rollback();
        }
        assertThat(database.<Topic>read(session -> session.find(Topic.class, 1L)).version)
                .isEqualTo(before + 2);
    }

    @Test
    void aNameIsFreeAgainWhenItsOwnerIsDeleted() {
        database.transact(session -> session.remove(session.find(Topic.class, 1L)));
        List<?> before = deletedAt("topics", "entries", "marks");
        database.transact(session -> session.persist(new Topic(2, session.find(Hall.class, 1L), "looms")));

        assertThatThrownBy(() -> restore(Topic.class, 1)).isInstanceOf(ConstraintViolationException.class);
        assertThat(deletedAt("topics where id = 1", "entries", "marks")).isEqualTo(before);
        assertHall(1, 0);
    }

    @Test
    void livingRowsDoNotShareAName() {
        assertThatThrownBy(() -> database.transact(
                        session -> session.persist(new Topic(2, session.find(Hall.class, 1L), "looms"))))
                .isInstanceOf(ConstraintViolationException.class);
        assertThat(entity(Topic.class).uniqueKeys().stream().map(key -> key.attributes()))
                .contains(List.of("slug"), List.of("hall", "title"));
    }

    private static List<?> deletedAt(String... tables) {
        return database.read(session -> session.createNativeQuery(
                        "select deleted_at from " + String.join(" union all select deleted_at from ", tables),
                        Instant.class)
                .getResultList());
    }

    private static void assertHall(int topics, int points) {
        Hall hall = database.read(session -> session.find(Hall.class, 1L));
        assertThat(List.of(hall.topicCount, hall.points)).isEqualTo(List.of(topics, points));
    }

    private static void restore(Class<?> type, long id) {
        database.transact(session ->
                assertThat(SoftDeletion.restore(session, entity(type), id)).isNotNull());
    }

    private static void purge(Class<?> type, long id) {
        database.transact(session -> assertThat(purged(session, type, id)).isTrue());
    }

    private static boolean purged(Session session, Class<?> type, long id) {
        return SoftDeletion.purge(session, entity(type), id);
    }

    private static EntityModel entity(Class<?> type) {
        return RulesIntegrator.model(database.sessionFactory()).entity(type);
    }
}
