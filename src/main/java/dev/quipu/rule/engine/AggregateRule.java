package dev.quipu.rule.engine;

import dev.quipu.expr.Expression;
import dev.quipu.expr.ParentStates;
import dev.quipu.model.BasicAttribute;
import dev.quipu.model.ToOneAttribute;
import org.jspecify.annotations.Nullable;

/**
 * An attribute of a parent that sums, counts, compares or averages an attribute of its children.
 *
 * @param parent whose attribute it is
 * @param target the attribute
 * @param child whose rows it takes in
 * @param reference the child's reference to its parent
 * @param value the child's attribute, null for a count
 * @param where which children count, null for all
 */
public record AggregateRule(
        Kind kind,
        RuledEntity parent,
        BasicAttribute target,
        RuledEntity child,
        ToOneAttribute reference,
        @Nullable BasicAttribute value,
        @Nullable Expression where) {

    /** What a parent makes of its children's values. */
    public enum Kind {
        SUM,
        COUNT,
        MIN,
        MAX,
        AVERAGE;

        /** Whether a difference is enough to keep it. */
        public boolean additive() {
            return this == SUM || this == COUNT;
        }
    }

    /** {@code "User.balance"}. */
    public String name() {
        return parent.name() + "." + target.name();
    }

    /** The id of the parent that a child's row counts for, null if it counts for none. */
    @Nullable
    Object parentOf(@Nullable Object @Nullable [] state) {
        if (state == null || !child.alive(state)) {
            return null;
        }
        return where == null || where.isTrue(state, ParentStates.NONE) ? state[reference.position()] : null;
    }

    /** What a child's row that counts contributes; null contributes nothing. */
    @Nullable
    Object contributionOf(@Nullable Object[] state) {
        return value == null ? (Object) 1 : state[value.position()];
    }

    /** A rule is known by the attribute that it keeps; every flush asks, and the whole would be long to compare. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof AggregateRule rule
                        && parent == rule.parent
                        && target.name().equals(rule.target.name());
    }

    @Override
    public int hashCode() {
        return parent.hashCode() * 31 + target.name().hashCode();
    }

    @Override
    public String toString() {
        return name();
    }
}
