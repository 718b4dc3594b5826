package dev.quipu.rule.engine.history.model;

import dev.quipu.rule.Computed;
import dev.quipu.rule.CountOf;
import dev.quipu.rule.MaxOf;
import dev.quipu.rule.SumOf;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Two relations to one parent type, which may lead to the same parent. */
public final class TwoRelations {

    private TwoRelations() {}

    @Entity
    public static class Worker {
        @Id
        public Long id;

        @ManyToOne(fetch = FetchType.LAZY, optional = false)
        public Department worksIn;

        @ManyToOne(fetch = FetchType.LAZY)
        public Department lentTo;

        public Long hours;

        @Column(precision = 12, scale = 3)
        public BigDecimal wage;

        @Computed("worksIn.rate * wage")
        @Column(precision = 12, scale = 3)
        public BigDecimal cost;

        @Computed("lentTo.rate - worksIn.rate")
        public Integer gain;
    }

    @Entity
    public static class Department {
        @Id
        public Long id;

        public Integer rate;

        @OneToMany(mappedBy = "worksIn")
        public List<Worker> workers = new ArrayList<>();

        @OneToMany(mappedBy = "lentTo")
        public List<Worker> guests = new ArrayList<>();

        @SumOf("workers.hours")
        public Long hours;

        @SumOf("guests.hours")
        public Long guestHours;

        @CountOf(value = "workers", where = "gain > 0")
        public int gainful;

        @MaxOf("guests.cost")
        @Column(precision = 12, scale = 3)
        public BigDecimal dearestGuest;

        @SumOf("workers.cost")
        @Column(precision = 14, scale = 4)
        public BigDecimal wages;

        @Computed("hours + guestHours")
        public Long allHours;
    }
}
