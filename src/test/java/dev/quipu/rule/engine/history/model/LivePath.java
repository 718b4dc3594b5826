package dev.quipu.rule.engine.history.model;

import dev.quipu.rule.Computed;
import dev.quipu.rule.MaxOf;
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

/** Live expressions over two steps, down to the children and up again into sums. */
public final class LivePath {

    private LivePath() {}

    @Entity
    public static class Line {
        @Id
        public Long id;

        @ManyToOne(fetch = FetchType.LAZY, optional = false)
        public Purchase purchase;

        public int quantity;
        public BigDecimal price;

        @Computed("quantity * price * (100 - coalesce(purchase.buyer.discount, 0)) / 100")
        public BigDecimal amount;

        @Computed("purchase.urgent")
        public Boolean urgent;
    }

    @Entity
    public static class Purchase {
        @Id
        public Long id;

        @Version
        public int version;

        @ManyToOne(fetch = FetchType.LAZY)
        public Buyer buyer;

        public Boolean urgent;
        public String remark;

        @OneToMany(mappedBy = "purchase", cascade = CascadeType.ALL, orphanRemoval = true)
        public List<Line> lines = new ArrayList<>();

        @SumOf("lines.amount")
        public BigDecimal total;

        @Computed("buyer.discount")
        public Integer discount;

        @Computed("case when buyer.region is null then 'none' else buyer.region end")
        public String region;
    }

    @Entity
    public static class Buyer {
        @Id
        public Long id;

        @OneToMany(mappedBy = "buyer")
        public List<Purchase> purchases = new ArrayList<>();

        public Integer discount;
        public String region;

        @SumOf("purchases.total")
        public BigDecimal spent;

        @SumOf(value = "purchases.total", where = "urgent and discount > 0")
        public BigDecimal urgentSpent;

        @MaxOf("purchases.total")
        public BigDecimal largest;
    }
}
