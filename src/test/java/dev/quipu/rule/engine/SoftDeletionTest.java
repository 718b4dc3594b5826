package dev.quipu.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quipu.change.SoftDeletion;
import dev.quipu.rule.ParentMissingException;
import dev.quipu.rule.engine.forum.Entry;
import dev.quipu.rule.engine.forum.Mark;
import dev.quipu.rule.engine.forum.Topic;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Topic 1 has the entries 1 and 2, and entry 1 the marks 1 and 2; all of them are softly deleted, hall 1 is not. */
class SoftDeletionTest extends ForumRows {

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
}
