package dev.quipu.rule.engine;

import dev.quipu.expr.Expression;
import dev.quipu.model.BasicAttribute;
import org.jspecify.annotations.Nullable;

/**
 * An attribute whose value follows from its own row and from parents.
 *
 * @param entity whose attribute it is
 * @param target the attribute
 * @param expression its value
 * @param copiedThrough for a copy, the position of the reference to the parent that it is taken from; -1 for a live expression
 */
public record LocalRule(RuledEntity entity, BasicAttribute target, Expression expression, int copiedThrough) {

    /** Whether it is the value of its time, and not kept up to date. */
    public boolean isCopy() {
        return copiedThrough >= 0;
    }

    /** Whether a row's change makes it due: a copy only when the row is new or comes to another parent. */
    boolean isDue(@Nullable Object @Nullable [] before, @Nullable Object[] now) {
        return !isCopy() || before == null || !Values.same(before[copiedThrough], now[copiedThrough]);
    }

    boolean reads(BasicAttribute attribute) {
        return expression.reads().stream().anyMatch(path -> path.own() && path.position() == attribute.position());
    }

    /** {@code "OrderItem.amount"}. */
    public String name() {
        return entity.name() + "." + target.name();
    }

    /** A rule is known by the attribute that it keeps; every flush asks, and the whole would be long to compare. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof LocalRule rule
                        && entity == rule.entity
                        && target.name().equals(rule.target.name());
    }

    @Override
    public int hashCode() {
        return entity.hashCode() * 31 + target.name().hashCode();
    }

    @Override
    public String toString() {
        return name();
    }
}
