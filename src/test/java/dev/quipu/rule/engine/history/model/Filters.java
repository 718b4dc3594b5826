package dev.quipu.rule.engine.history.model;

import dev.quipu.rule.Computed;
import dev.quipu.rule.CountOf;
import dev.quipu.rule.MaxOf;
import dev.quipu.rule.SumOf;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;

/** Conditions over own and derived attributes: enums both ways, booleans, nulls. */
public final class Filters {

    private Filters() {}

    public enum Status {
        NEW,
        OPEN,
        DONE
    }

    @Entity
    public static class Ticket {
        @Id
        public Long id;

        @ManyToOne(fetch = FetchType.LAZY, optional = false)
        public Desk desk;

        @Enumerated(EnumType.STRING)
        public Status status;

        public Status formerly;
        public Boolean urgent;
        public Integer points;
        public String topic;

        @Computed("case when urgent then coalesce(points, 1) * 2 else points end")
        public Integer weight;

        @Computed("case when points > 5 then 'DONE' when points is null then null else 'NEW' end")
        @Enumerated(EnumType.STRING)
        public Status advice;
    }

    @Entity
    public static class Desk {
        @Id
        public Long id;

        @OneToMany(mappedBy = "desk")
        public List<Ticket> tickets = new ArrayList<>();

        @CountOf(value = "tickets", where = "status <> 'DONE'")
        public int unfinished;

        @CountOf(value = "tickets", where = "formerly = OPEN or status is null")
        public int strange;

        @CountOf(value = "tickets", where = "urgent")
        public int urgent;

        @CountOf(value = "tickets", where = "not (urgent and points > 2)")
        public int calm;

        @SumOf(value = "tickets.points", where = "weight > 3 and topic in ('a', 'c', 'e', 'g')")
        public long heavyPoints;

        @SumOf(value = "tickets.weight", where = "advice = status or advice is null")
        public Long followed;

        @MaxOf(value = "tickets.weight", where = "status = 'NEW' or topic like 'b%' or urgent is null")
        public Integer heaviestNew;

        @CountOf(value = "tickets", where = "points between -1 and 4")
        public short small;
    }
}
