package dev.quipu.rule.engine.interleaving;

import dev.quipu.change.SoftDeletion;
import dev.quipu.model.EntityModel;
import dev.quipu.rule.engine.Models;
import dev.quipu.rule.engine.interleaving.Haulage.Crate;
import dev.quipu.rule.engine.interleaving.Haulage.Parcel;
import dev.quipu.rule.engine.interleaving.Haulage.Truck;
import java.util.List;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The changes that are played against one another. */
final class Changes {

    private Changes() {}

    static final List<Change<?>> ALL = List.of(
            new Change<>("insert crate", Changes::truck, Changes::insertCrate),
            new Change<>("insert parcel", Changes::truck, Changes::insertParcel),
            new Change<>("update crate", Changes::crate, (session, crate, rows) -> crate.weight = rows.value()),
            new Change<>("update parcel", Changes::parcel, (session, parcel, rows) -> parcel.weight = rows.value()),
            new Change<>("delete crate", Changes::crate, (session, crate, rows) -> session.remove(crate)),
            new Change<>("delete parcel softly", Changes::parcel, (session, parcel, rows) -> session.remove(parcel)),
            new Change<>("restore parcel", Changes::truck, Changes::restoreParcel),
            new Change<>("move crate", Changes::crate, (s, crate, rows) -> crate.truck = other(s, rows)),
            new Change<>("move parcel", Changes::parcel, (s, parcel, rows) -> parcel.truck = other(s, rows)),
            new Change<>("move crate here", Changes::crateThere, (s, crate, rows) -> crate.truck = here(s, rows)),
            new Change<>("delete truck", Changes::truck, (session, truck, rows) -> session.remove(truck)),
            new Change<>("change rate", Changes::truck, (session, truck, rows) -> truck.rate = rows.value()),
            new Change<>("change capacity", Changes::truck, (s, truck, rows) -> truck.capacity = 28 + rows.value()));

    private static @Nullable Truck truck(Session session, Rows rows) {
        return session.find(Truck.class, rows.truck());
    }

    private static @Nullable Crate crate(Session session, Rows rows) {
        return session.find(Crate.class, rows.crate());
    }

    /** A crate of the other truck. */
    private static @Nullable Crate crateThere(Session session, Rows rows) {
        return session.find(Crate.class, 2 + rows.otherTruck());
    }

    private static @Nullable Parcel parcel(Session session, Rows rows) {
        return session.find(Parcel.class, rows.parcel());
    }

    private static Truck here(Session session, Rows rows) {
        return session.getReference(Truck.class, rows.truck());
    }

    private static Truck other(Session session, Rows rows) {
        return session.getReference(Truck.class, rows.otherTruck());
    }

    private static void insertCrate(Session session, Truck truck, Rows rows) {
        Crate crate = new Crate();
        crate.id = rows.added();
        crate.truck = truck;
        crate.weight = 8;
        session.persist(crate);
    }

    private static void insertParcel(Session session, Truck truck, Rows rows) {
        Parcel parcel = new Parcel();
        parcel.id = rows.added();
        parcel.truck = truck;
        parcel.weight = 8;
        session.persist(parcel);
    }

    private static void restoreParcel(Session session, Truck truck, Rows rows) {
        EntityModel parcel = Models.of(session.getSessionFactory()).entity(Parcel.class);
        if (SoftDeletion.restore(session, parcel, rows.deletedParcel()) == null) {
            throw new NothingFoundException();
        }
    }
}
