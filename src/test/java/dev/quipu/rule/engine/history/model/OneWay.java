package dev.quipu.rule.engine.history.model;

import dev.quipu.rule.Computed;
import dev.quipu.rule.CopyOf;
import dev.quipu.rule.MinOf;
import dev.quipu.rule.SumOf;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;

/** References read live that have no collection on the other side. */
public final class OneWay {

    private OneWay() {}

    @Entity
    public static class Loan {
        @Id
        public Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        public Rate rate;

        @ManyToOne(fetch = FetchType.LAZY, optional = false)
        public Borrower borrower;

        public Long principal;

        @Computed("principal * rate.percent")
        public Long interest;

        @Computed("rate.index.factor * principal")
        public Long indexed;

        @CopyOf("rate.percent")
        public Integer agreed;
    }

    @Entity
    public static class Rate {
        @Id
        public Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        public Benchmark index;

        public Integer percent;

        @Computed("percent + coalesce(index.factor, 0)")
        public Integer effective;
    }

    @Entity
    public static class Benchmark {
        @Id
        public Long id;

        public Integer factor;
    }

    @Entity
    public static class Borrower {
        @Id
        public Long id;

        @OneToMany(mappedBy = "borrower")
        public List<Loan> loans = new ArrayList<>();

        @SumOf("loans.interest")
        public Long interest;

        @SumOf("loans.indexed")
        public Long indexed;

        @MinOf("loans.agreed")
        public Integer cheapest;
    }
}
