package dev.quipu.rule.engine.history.model;

import dev.quipu.rule.Computed;
import dev.quipu.rule.CountOf;
import dev.quipu.rule.MinOf;
import dev.quipu.rule.SumOf;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;

/** One child feeds two parents, which feed one grandparent. */
public final class Diamond {

    private Diamond() {}

    @Entity
    public static class Part {
        @Id
        public Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        public Plan plan;

        @ManyToOne(fetch = FetchType.LAZY, optional = false)
        public Stock stock;

        public Integer amount;
        public boolean active;
    }

    @Entity
    public static class Plan {
        @Id
        public Long id;

        @Version
        public int version;

        @ManyToOne(fetch = FetchType.LAZY, optional = false)
        public Firm firm;

        public String remark;

        @OneToMany(mappedBy = "plan")
        public List<Part> parts = new ArrayList<>();

        @SumOf("parts.amount")
        public int amount;

        @CountOf(value = "parts", where = "not active")
        public int idle;
    }

    @Entity
    public static class Stock {
        @Id
        public Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        public Firm firm;

        @OneToMany(mappedBy = "stock")
        public List<Part> parts = new ArrayList<>();

        public int received;

        @SumOf(value = "parts.amount", where = "active")
        public int used;

        @Computed("received - used")
        public int remaining;
    }

    @Entity
    public static class Firm {
        @Id
        public Long id;

        @OneToMany(mappedBy = "firm")
        public List<Plan> plans = new ArrayList<>();

        @OneToMany(mappedBy = "firm")
        public List<Stock> stocks = new ArrayList<>();

        @SumOf("plans.amount")
        public int planned;

        @SumOf("stocks.used")
        public int used;

        @MinOf("stocks.remaining")
        public Integer scarcest;

        @SumOf(value = "plans.idle", where = "amount > 2")
        public int idle;

        @Computed("planned - used")
        public int open;

        @Computed("case when open < 0 then 'over' when scarcest is null then 'none' else 'fine' end")
        public String state;
    }
}
