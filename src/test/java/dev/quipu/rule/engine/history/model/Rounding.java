package dev.quipu.rule.engine.history.model;

import dev.quipu.rule.Computed;
import dev.quipu.rule.CountOf;
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

/** Quotients rounded to their columns, then summed; nulls in every operand. */
public final class Rounding {

    private Rounding() {}

    @Entity
    public static class Share {
        @Id
        public Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        public Pool pool;

        public BigDecimal sum;
        public Integer parts;
        public Integer days;

        @Column(precision = 20, scale = 4)
        public BigDecimal rate;

        @Computed("sum / nullif(parts, 0)")
        public BigDecimal each;

        @Computed("sum * rate / 3")
        @Column(precision = 20, scale = 6)
        public BigDecimal fine;

        @Computed("sum * 10 / 7")
        public Integer whole;

        @Computed("days / 2")
        public Integer halfDays;

        @Computed("coalesce(each, fine, pool.basis)")
        @Column(precision = 20, scale = 3)
        public BigDecimal chosen;
    }

    @Entity
    public static class Pool {
        @Id
        public Long id;

        @Column(precision = 20, scale = 5)
        public BigDecimal basis;

        @OneToMany(mappedBy = "pool")
        public List<Share> shares = new ArrayList<>();

        @SumOf("shares.each")
        public BigDecimal eaches;

        @SumOf("shares.fine")
        @Column(precision = 20, scale = 6)
        public BigDecimal fines;

        @SumOf("shares.whole")
        public long wholes;

        @SumOf("shares.halfDays")
        public BigDecimal halfDays;

        @CountOf(value = "shares", where = "each is not null")
        public int divisible;

        @Computed("eaches / nullif(divisible, 0)")
        @Column(precision = 20, scale = 4)
        public BigDecimal average;

        @SumOf(value = "shares.chosen", where = "chosen < 2.5")
        @Column(precision = 20, scale = 3)
        public BigDecimal chosen;
    }
}
