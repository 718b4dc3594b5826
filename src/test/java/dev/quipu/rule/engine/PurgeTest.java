package dev.quipu.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quipu.rule.engine.forum.Entry;
import dev.quipu.rule.engine.forum.Mark;
import dev.quipu.rule.engine.forum.Topic;
import org.junit.jupiter.api.Test;

/** What is purged is gone for good, and out of every sum. */
class PurgeTest extends ForumRows {

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
}
