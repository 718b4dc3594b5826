package dev.quipu.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quipu.change.SoftDeletion;
import dev.quipu.rule.ParentMissingException;
import dev.quipu.rule.RuleViolationException;
import dev.quipu.rule.engine.history.Histories;
import dev.quipu.rule.engine.history.model.Crossing;
import dev.quipu.rule.engine.history.model.Descent;
import dev.quipu.rule.engine.history.model.SoftFamily;
import dev.quipu.rule.engine.history.model.SoftLimits;
import dev.quipu.rule.engine.history.model.SoftParent;
import dev.quipu.rule.engine.history.model.SoftTree;
import dev.quipu.testing.RuledDatabase;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/** What random histories have found, each as short as it gets. */
class HistoryFindingsTest {

    @Test
    void aRowAddedFarBelowAMovedParentReadsItsNewDepth() {
        try (RuledDatabase database = RuledDatabase.of(Histories.entities("Descent", false))) {
            database.transact(session -> {
                for (long id = 1; id <= 3; id++) {
                    session.persist(folder(id, session.find(Descent.Folder.class, id - 1)));
                }
            });
            database.transact(session -> {
                session.find(Descent.Folder.class, 2L).parent = null;
                session.persist(folder(4, session.find(Descent.Folder.class, 3L)));
            });
            assertThat(database.<Integer>read(session -> session.find(Descent.Folder.class, 4L).depth))
                    .isEqualTo(3);
        }
    }

    private static Descent.Folder folder(long id, Descent.Folder parent) {
        Descent.Folder folder = new Descent.Folder();
        folder.id = id;
        folder.parent = parent;
        return folder;
    }

    private static Crossing.Step stepOfAProject(Session session) {
        Crossing.Owner owner = new Crossing.Owner();
        owner.id = 1L;
        session.persist(owner);
        Crossing.Project project = new Crossing.Project();
        project.id = 1L;
        project.owner = owner;
        session.persist(project);
        Crossing.Step step = new Crossing.Step();
        step.id = 1L;
        step.project = project;
        return step;
    }

    @Test
    void aNewRowReadsTheSumThatItIsPartOf() {
        try (RuledDatabase database = RuledDatabase.of(Histories.entities("Crossing", false))) {
            database.transact(session -> {
                Crossing.Step step = stepOfAProject(session);
                step.effort = 9;
                session.persist(step);
            });
            assertThat(database.<Integer>read(session -> session.find(Crossing.Step.class, 1L).percent))
                    .isEqualTo(100);
        }
    }

    @Test
    void aParentRestoredWithTheChildrenThatFellWithItCountsThem() {
        try (RuledDatabase database = RuledDatabase.of(Histories.entities("SoftFamily", false))) {
            topicWithReply(database);
            database.transact(session -> session.remove(session.find(SoftFamily.Topic.class, 1L)));
            restore(database, SoftFamily.Topic.class);
            SoftFamily.Topic topic = database.read(session -> session.find(SoftFamily.Topic.class, 1L));
            assertThat(topic.replyCount).isOne();
            assertThat(topic.heat).isEqualTo(5);
            assertThat(topic.mostLikes).isEqualTo(5);
        }
    }

    @Test
    void aParentRestoredWithoutItsChildrenHasNoExtreme() {
        try (RuledDatabase database = RuledDatabase.of(Histories.entities("SoftFamily", false))) {
            topicWithReply(database);
            database.transact(session -> session.remove(session.find(SoftFamily.Topic.class, 1L)));
            database.transact(session -> SoftDeletion.purge(
                    session, RulesIntegrator.model(database.sessionFactory()).entity(SoftFamily.Reply.class), 1L));
            restore(database, SoftFamily.Topic.class);
            assertThat(database.<Integer>read(session -> session.find(SoftFamily.Topic.class, 1L).mostLikes))
                    .isNull();
        }
    }

    @Test
    void aDeletedParentIsNotRead() {
        try (RuledDatabase database = deletedRoomWithASeat()) {
            assertThat(seat(database).price).isNull();
            restore(database, SoftParent.Room.class);
            assertThat(seat(database).price).isEqualTo(20);
        }
    }

    @Test
    void aChildOfADeletedParentMayChange() {
        try (RuledDatabase database = deletedRoomWithASeat()) {
            database.transact(session -> session.find(SoftParent.Seat.class, 1L).rows = 7);
            restore(database, SoftParent.Room.class);
            assertThat(database.<Integer>read(session -> session.find(SoftParent.Room.class, 1L).rows))
                    .isEqualTo(7);
        }
    }

    @Test
    void aRestoredRowIsJudgedByWhatHappenedWhileItWasDeleted() {
        try (RuledDatabase database = RuledDatabase.of(Histories.entities("SoftLimits", false))) {
            database.transact(session -> {
                SoftLimits.Tour tour = new SoftLimits.Tour();
                tour.id = 1L;
                tour.capacity = 5;
                session.persist(tour);
                SoftLimits.Booking booking = new SoftLimits.Booking();
                booking.id = 1L;
                booking.tour = tour;
                booking.seats = 3;
                session.persist(booking);
            });
            database.transact(session -> session.remove(session.find(SoftLimits.Tour.class, 1L)));
            database.transact(session -> session.find(SoftLimits.Booking.class, 1L).seats = 9);
            assertThatThrownBy(() -> restore(database, SoftLimits.Tour.class))
                    .isInstanceOf(RuleViolationException.class)
                    .hasMessageContaining("9 of 5");
        }
    }

    @Test
    void noChildComesToADeletedParent() {
        try (RuledDatabase database = deletedRoomWithASeat()) {
            assertThatThrownBy(() -> database.transact(session -> {
                        SoftParent.Seat seat = new SoftParent.Seat();
                        seat.id = 2L;
                        seat.room = session.getReference(SoftParent.Room.class, 1L);
                        session.persist(seat);
                    }))
                    .isInstanceOf(ParentMissingException.class);
        }
    }

    @Test
    void aRemovalThatIsTakenBackDoesNotLeaveTheRowBehind() {
        try (RuledDatabase database = RuledDatabase.of(Histories.entities("SoftTree", false))) {
            database.transact(session -> {
                SoftTree.Twig root = twig(1, null);
                session.persist(root);
                session.persist(twig(2, root));
            });
            assertThatThrownBy(() -> database.transact(session -> {
                        SoftTree.Twig leaf = session.find(SoftTree.Twig.class, 2L);
                        session.remove(session.find(SoftTree.Twig.class, 1L));
                        session.persist(leaf);
                    }))
                    .isInstanceOf(ParentMissingException.class);
        }
    }

    private static SoftTree.Twig twig(long id, SoftTree.Twig parent) {
        SoftTree.Twig twig = new SoftTree.Twig();
        twig.id = id;
        twig.parent = parent;
        return twig;
    }

    @Test
    void aChangedRowWhoseParentGoesIsToldSo() {
        try (RuledDatabase database = RuledDatabase.of(Histories.entities("Crossing", false))) {
            database.transact(session -> {
                Crossing.Step step = stepOfAProject(session);
                step.done = true;
                session.persist(step);
            });
            assertThatThrownBy(() -> database.transact(session -> {
                        session.find(Crossing.Step.class, 1L).done = false;
                        session.remove(session.find(Crossing.Project.class, 1L));
                    }))
                    .isInstanceOf(ParentMissingException.class)
                    .hasMessageContaining(".project refers to ");
        }
    }

    private static RuledDatabase deletedRoomWithASeat() {
        RuledDatabase database = RuledDatabase.of(Histories.entities("SoftParent", false));
        database.transact(session -> {
            SoftParent.Room room = new SoftParent.Room();
            room.id = 1L;
            room.rowPrice = 4;
            session.persist(room);
            SoftParent.Seat seat = new SoftParent.Seat();
            seat.id = 1L;
            seat.room = room;
            seat.rows = 5;
            session.persist(seat);
        });
        database.transact(session -> session.remove(session.find(SoftParent.Room.class, 1L)));
        return database;
    }

    private static SoftParent.Seat seat(RuledDatabase database) {
        return database.read(session -> session.find(SoftParent.Seat.class, 1L));
    }

    private static void topicWithReply(RuledDatabase database) {
        database.transact(session -> {
            SoftFamily.Topic topic = new SoftFamily.Topic();
            topic.id = 1L;
            SoftFamily.Reply reply = new SoftFamily.Reply();
            reply.id = 1L;
            reply.topic = topic;
            reply.likes = 5;
            topic.replies.add(reply);
            session.persist(topic);
        });
    }

    private static void restore(RuledDatabase database, Class<?> type) {
        database.transact(session -> SoftDeletion.restore(
                session, RulesIntegrator.model(database.sessionFactory()).entity(type), 1L));
    }
}
