package dev.quipu.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quipu.change.SoftDeletion;
import dev.quipu.model.EntityModel;
import dev.quipu.rule.Rules;
import dev.quipu.rule.engine.forum.Entry;
import dev.quipu.rule.engine.forum.Hall;
import dev.quipu.rule.engine.forum.Mark;
import dev.quipu.rule.engine.forum.Topic;
import dev.quipu.testing.RuledDatabase;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A forum whose topics and entries are softly deletable, and what the tests of that need. */
abstract class ForumRows {

    static RuledDatabase database;

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
        database.transact(session ->
                Rules.bypassing(() -> session.createNativeMutationQuery("truncate halls, topics, entries, marks")
                        .executeUpdate()));
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

    static List<?> deletedAt(String... tables) {
        return database.read(session -> session.createNativeQuery(
                        "select deleted_at from " + String.join(" union all select deleted_at from ", tables),
                        Instant.class)
                .getResultList());
    }

    static void assertHall(int topics, int points) {
        Hall hall = database.read(session -> session.find(Hall.class, 1L));
        assertThat(List.of(hall.topicCount, hall.points)).isEqualTo(List.of(topics, points));
    }

    static void restore(Class<?> type, long id) {
        database.transact(session ->
                assertThat(SoftDeletion.restore(session, entity(type), id)).isNotNull());
    }

    static void purge(Class<?> type, long id) {
        database.transact(session -> assertThat(purged(session, type, id)).isTrue());
    }

    static boolean purged(Session session, Class<?> type, long id) {
        return SoftDeletion.purge(session, entity(type), id);
    }

    static EntityModel entity(Class<?> type) {
        return RulesIntegrator.model(database.sessionFactory()).entity(type);
    }
}
