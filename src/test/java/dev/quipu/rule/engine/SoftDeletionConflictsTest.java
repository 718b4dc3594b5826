package dev.quipu.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quipu.change.SoftDeletion;
import dev.quipu.rule.engine.forum.Entry;
import dev.quipu.rule.engine.forum.Hall;
import dev.quipu.rule.engine.forum.Mark;
import dev.quipu.rule.engine.forum.Topic;
import jakarta.persistence.OptimisticLockException;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.StaleStateException;
import org.hibernate.exception.ConstraintViolationException;
import org.junit.jupiter.api.Test;

/** Two sessions at the same softly deletable rows, and names that are free again. */
class SoftDeletionConflictsTest extends ForumRows {

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
}
