package dev.quipu.rule.engine.history.model;

import dev.quipu.rule.Computed;
import dev.quipu.rule.CountOf;
import dev.quipu.rule.MaxOf;
import dev.quipu.rule.SumOf;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;

/** An entity that rolls up into itself. */
public final class Tree {

    private Tree() {}

    @Entity
    public static class Node {
        @Id
        public Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        public Node parent;

        @OneToMany(mappedBy = "parent")
        public List<Node> children = new ArrayList<>();

        public int own;

        @SumOf("children.total")
        public int below;

        @Computed("own + below")
        public int total;

        @MaxOf("children.peak")
        public Integer highestBelow;

        @Computed("greatest(own, coalesce(highestBelow, own))")
        public Integer peak;

        @CountOf("children")
        public int childCount;

        @SumOf(value = "children.own", where = "own > 2")
        public int bigChildren;
    }
}
