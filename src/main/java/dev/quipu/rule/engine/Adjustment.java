package dev.quipu.rule.engine;

import dev.quipu.rule.engine.AggregateRule.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the changes of a parent's children come to for one of its aggregates, netted. */
final class Adjustment {

    private final AggregateRule rule;
    private final List<Object> came = new ArrayList<>();
    private final List<Object> left = new ArrayList<>();
    private BigDecimal difference = BigDecimal.ZERO;
    private long members;
    private boolean attaches;

    Adjustment(AggregateRule rule) {
        this.rule = rule;
    }

    /** A child comes to this parent, which may lie deleted. */
    void attach() {
        attaches = true;
    }

    void add(@Nullable Object contribution) {
        if (contribution == null) {
            return;
        }
        if (isSummed()) {
            difference = difference.add(Values.decimal(contribution));
            members++;
        } else if (!left.remove(contribution)) {
            came.add(contribution);
        }
    }

    void subtract(@Nullable Object contribution) {
        if (contribution == null) {
            return;
        }
        if (isSummed()) {
            difference = difference.subtract(Values.decimal(contribution));
            members--;
        } else if (!came.remove(contribution)) {
            left.add(contribution);
        }
    }

    private boolean isSummed() {
        return rule.kind().additive() || rule.kind() == Kind.AVERAGE;
    }

    /** Whether nothing is left of it, and there is no parent to look after; an average also hangs on how many there are. */
    boolean isZero() {
        boolean sameNumber = members == 0 || rule.kind() != Kind.AVERAGE;
        return !attaches && difference.signum() == 0 && sameNumber && came.isEmpty() && left.isEmpty();
    }

    /** Whether a child came to this parent, which must not be deleted then. */
    boolean attaches() {
        return attaches;
    }

    /** Whether the parent's new value follows from its old one: for an extreme, only if no value left; for an average, never. */
    boolean isIncremental() {
        return left.isEmpty() && rule.kind() != Kind.AVERAGE;
    }

    BigDecimal difference() {
        return difference;
    }

    /** The most extreme of the values that came, null if none did. */
    @Nullable
    Object best() {
        Object best = null;
        for (Object value : came) {
            best = best == null || Extremes.beyond(rule, value, best) ? value : best;
        }
        return best;
    }

    /** Whether a value left that was as extreme as that one. */
    boolean lost(@Nullable Object extreme) {
        return extreme == null
                ? !left.isEmpty()
                : left.stream().anyMatch(value -> !Extremes.beyond(rule, extreme, value));
    }
}
