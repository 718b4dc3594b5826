package dev.quipu.rule.engine.history.model;

import dev.quipu.rule.CountOf;
import dev.quipu.rule.MaxOf;
import dev.quipu.rule.SumOf;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Sums of sums of sums, without versions, every reference optional. */
public final class Chain {

    private Chain() {}

    @Entity
    public static class Leaf {
        @Id
        public Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        public Branch branch;

        public String remark;
        public BigDecimal amount;
        public int weight;
    }

    @Entity
    public static class Branch {
        @Id
        public Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        public Trunk trunk;

        @OneToMany(mappedBy = "branch")
        public List<Leaf> leaves = new ArrayList<>();

        @SumOf("leaves.amount")
        public BigDecimal amount;

        @SumOf(value = "leaves.weight", where = "amount > 1")
        public int weight;

        @CountOf("leaves")
        public long leafCount;
    }

    @Entity
    public static class Trunk {
        @Id
        public Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        public Forest forest;

        @OneToMany(mappedBy = "trunk")
        public List<Branch> branches = new ArrayList<>();

        @SumOf("branches.amount")
        public BigDecimal amount;

        @SumOf("branches.leafCount")
        public int leafCount;

        @MaxOf("branches.weight")
        public Integer heaviest;
    }

    @Entity
    public static class Forest {
        @Id
        public Long id;

        @OneToMany(mappedBy = "forest")
        public List<Trunk> trunks = new ArrayList<>();

        @SumOf("trunks.amount")
        public BigDecimal amount;

        @SumOf(value = "trunks.leafCount", where = "amount >= 0")
        public long leafCount;

        @MaxOf("trunks.heaviest")
        public Integer heaviest;
    }
}
