package dev.quipu.rule.engine.interleaving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quipu.rule.engine.history.Histories;
import dev.quipu.rule.engine.history.model.SoftChild;
import dev.quipu.rule.engine.interleaving.Haulage.Crate;
import dev.quipu.rule.engine.interleaving.Haulage.Depot;
import dev.quipu.rule.engine.interleaving.Haulage.Parcel;
import dev.quipu.rule.engine.interleaving.Haulage.Truck;
import dev.quipu.testing.RuledDatabase;
import jakarta.persistence.OptimisticLockException;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What interleavings have found, each as short as it gets. */
class InterleavingFindingsTest {

    private final RuledDatabase database = RuledDatabase.of(Haulage.ENTITIES);

    @BeforeEach
    void plant() {
        database.transact(session -> {
            Depot depot = new Depot();
            depot.id = 1L;
            session.persist(depot);
            Truck truck = truck(session, 1, depot);
            truck(session, 2, depot);
            Crate crate = new Crate();
            crate.id = 1L;
            crate.truck = truck;
            crate.weight = 5;
            session.persist(crate);
        });
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatHasMovedAwayIsNotDeletedWithItsOldParent() {
        try (Session deleting = database.sessionFactory().openSession()) {
            deleting.beginTransaction();
            deleting.remove(deleting.find(Truck.class, 1L));
            database.transact(session -> session.find(Crate.class, 1L).truck = session.getReference(Truck.class, 2L));
            assertThatThrownBy(deleting::flush).isInstanceOf(OptimisticLockException.class);
            deleting.getTransaction().rollback();
        }
        assertThat(database.<Integer>read(session -> session.find(Truck.class, 2L).load))
                .isEqualTo(5);
    }

    @Test
    void aChangeOfWhatWasDeletedWithItsParentDoesNotBlameTheReference() {
        try (Session changing = database.sessionFactory().openSession()) {
            changing.beginTransaction();
            changing.find(Crate.class, 1L).weight = 6;
            database.transact(session -> session.remove(session.find(Truck.class, 1L)));
            assertThatThrownBy(changing::flush).isInstanceOf(OptimisticLockException.class);
            changing.getTransaction().rollback();
        }
    }

    @Test
    void whatWasSoftlyDeletedMeanwhileIsNotChanged() {
        try (RuledDatabase notes = RuledDatabase.of(Histories.entities("SoftChild", false));
                Session changing = notes.sessionFactory().openSession()) {
            notes.transact(session -> {
                SoftChild.Note note = new SoftChild.Note();
                note.id = 1L;
                session.persist(note);
            });
            changing.beginTransaction();
            changing.find(SoftChild.Note.class, 1L).stars = 3;
            notes.transact(session -> session.remove(session.find(SoftChild.Note.class, 1L)));
            assertThatThrownBy(changing::flush).isInstanceOf(OptimisticLockException.class);
            changing.getTransaction().rollback();
        }
    }

    /** The row holds already what the second wants to write, so Hibernate would find nothing to write, and one step would be lost. */
    @Test
    void theSecondOfTwoEqualStepsIsStale() {
        database.transact(session -> {
            Parcel parcel = new Parcel();
            parcel.id = 1L;
            parcel.truck = session.getReference(Truck.class, 1L);
            parcel.weight = 3;
            session.persist(parcel);
        });
        try (Session changing = database.sessionFactory().openSession()) {
            changing.beginTransaction();
            changing.find(Parcel.class, 1L).weight--;
            database.transact(session -> session.find(Parcel.class, 1L).weight--);
            assertThatThrownBy(changing::flush).isInstanceOf(OptimisticLockException.class);
            changing.getTransaction().rollback();
        }
    }

    private static Truck truck(Session session, long id, Depot depot) {
        Truck truck = new Truck();
        truck.id = id;
        truck.depot = depot;
        truck.rate = 1;
        truck.capacity = 10;
        session.persist(truck);
        return truck;
    }
}
