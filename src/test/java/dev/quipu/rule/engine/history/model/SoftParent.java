package dev.quipu.rule.engine.history.model;

import dev.quipu.model.SoftDeletable;
import dev.quipu.rule.Computed;
import dev.quipu.rule.CountOf;
import dev.quipu.rule.MaxOf;
import dev.quipu.rule.SumOf;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Hard children of a parent that may be softly deleted under them. */
public final class SoftParent {

    private SoftParent() {}

    @Entity
    public static class Seat {
        @Id
        public Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        public Room room;

        public Integer rows;
        public boolean broken;

        @Computed("rows * room.rowPrice")
        public Integer price;
    }

    @SoftDeletable
    @Entity
    public static class Room {
        @Id
        public Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        public Building building;

        public Instant deletedAt;
        public Integer rowPrice;

        @OneToMany(mappedBy = "room")
        public List<Seat> seats = new ArrayList<>();

        @SumOf(value = "seats.rows", where = "not broken")
        public int rows;

        @CountOf("seats")
        public int seatCount;

        @MaxOf("seats.rows")
        public Integer longest;
    }

    @SoftDeletable
    @Entity
    public static class Building {
        @Id
        public Long id;

        public Instant deletedAt;

        @OneToMany(mappedBy = "building")
        public List<Room> rooms = new ArrayList<>();

        @SumOf("rooms.rows")
        public int rows;

        @MaxOf("rooms.longest")
        public Integer longest;
    }
}
