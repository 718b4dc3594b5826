package dev.quipu.rule.engine.history.model;

import dev.quipu.rule.Computed;
import dev.quipu.rule.CountOf;
import dev.quipu.rule.MaxOf;
import dev.quipu.rule.MinOf;
import dev.quipu.rule.SumOf;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Collections that persist, remove and lose their elements, two levels deep. */
public final class Cascades {

    private Cascades() {}

    @Entity
    public static class Detail {
        @Id
        public Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        public Position position;

        public BigDecimal discount;
    }

    @Entity
    public static class Position {
        @Id
        public Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        public Invoice invoice;

        public BigDecimal price;

        @OneToMany(mappedBy = "position", cascade = CascadeType.ALL, orphanRemoval = true)
        public List<Detail> details = new ArrayList<>();

        @SumOf("details.discount")
        public BigDecimal discount;

        @Computed("price - discount")
        public BigDecimal net;
    }

    @Entity
    public static class Invoice {
        @Id
        public Long id;

        @Version
        public int version;

        @ManyToOne(fetch = FetchType.LAZY)
        public Debtor debtor;

        public Boolean paid;

        @OneToMany(mappedBy = "invoice", cascade = CascadeType.ALL, orphanRemoval = true)
        public List<Position> positions = new ArrayList<>();

        @SumOf("positions.net")
        public BigDecimal net;

        @CountOf("positions")
        public int positionCount;

        @MinOf("positions.net")
        public BigDecimal cheapest;
    }

    @Entity
    public static class Debtor {
        @Id
        public Long id;

        @OneToMany(mappedBy = "debtor", cascade = CascadeType.ALL)
        public List<Invoice> invoices = new ArrayList<>();

        @SumOf(value = "invoices.net", where = "paid is null or not paid")
        public BigDecimal owes;

        @MaxOf("invoices.positionCount")
        public Integer longest;
    }
}
