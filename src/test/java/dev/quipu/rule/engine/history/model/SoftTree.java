package dev.quipu.rule.engine.history.model;

import dev.quipu.model.SoftDeletable;
import dev.quipu.rule.Computed;
import dev.quipu.rule.CountOf;
import dev.quipu.rule.MaxOf;
import dev.quipu.rule.SumOf;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A tree whose branches fall together, with sums upwards and a path downwards. */
public final class SoftTree {

    private SoftTree() {}

    @SoftDeletable
    @Entity
    public static class Twig {
        @Id
        public Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        public Twig parent;

        @OneToMany(mappedBy = "parent", cascade = CascadeType.ALL)
        public List<Twig> children = new ArrayList<>();

        public Integer own;
        public String kind;
        public Instant deletedAt;

        @SumOf("children.total")
        public int below;

        @Computed("coalesce(own, 0) + below")
        public int total;

        @MaxOf("children.own")
        public Integer largestChild;

        @Computed("coalesce(kind, parent.inherited)")
        public String inherited;

        @CountOf(value = "children", where = "inherited = 'c' or inherited is null")
        public int plain;
    }
}
