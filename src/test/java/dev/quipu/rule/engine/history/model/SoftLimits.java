package dev.quipu.rule.engine.history.model;

import dev.quipu.model.SoftDeletable;
import dev.quipu.rule.Computed;
import dev.quipu.rule.CountOf;
import dev.quipu.rule.Invariant;
import dev.quipu.rule.SumOf;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Invariants of rows that may be deleted and restored. */
public final class SoftLimits {

    private SoftLimits() {}

    @SoftDeletable
    @Entity
    public static class Booking {
        @Id
        public Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        public Tour tour;

        public Integer seats;
        public Instant deletedAt;

        @Computed("seats * tour.price")
        public Integer cost;
    }

    @SoftDeletable
    @Invariant(name = "notOverbooked", value = "booked <= capacity", message = "{booked} of {capacity}")
    @Invariant(name = "affordable", value = "earned < 60", message = "{earned}")
    @Entity
    public static class Tour {
        @Id
        public Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        public Agency agency;

        public int capacity;
        public Integer price;
        public Instant deletedAt;

        @OneToMany(mappedBy = "tour")
        public List<Booking> bookings = new ArrayList<>();

        @SumOf("bookings.seats")
        public int booked;

        @SumOf("bookings.cost")
        public int earned;
    }

    @Invariant(name = "few", value = "tourCount < 5 or earned > 10", message = "{tourCount}")
    @Entity
    public static class Agency {
        @Id
        public Long id;

        @OneToMany(mappedBy = "agency")
        public List<Tour> tours = new ArrayList<>();

        @CountOf("tours")
        public int tourCount;

        @SumOf("tours.earned")
        public int earned;
    }
}
