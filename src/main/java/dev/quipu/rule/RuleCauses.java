package dev.quipu.rule;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What set a rule off.
 *
 * @param told the first of them; none if what was stored did not follow from the rule
 * @param untold how many rows more there were
 */
public record RuleCauses(List<RuleCause> told, int untold) {

    public RuleCauses {
        told = List.copyOf(told);
    }

    /** Those of them that meet a condition; if none does, something untold. */
    public RuleCauses only(Predicate<RuleCause> condition) {
        List<RuleCause> kept = told.stream().filter(condition).toList();
        return new RuleCauses(kept, kept.isEmpty() && !told.isEmpty() ? Math.max(1, untold) : untold);
    }

    /** Without the number of those that are not told, if there are any. */
    public RuleCauses uncounted() {
        return new RuleCauses(told, told.isEmpty() ? Math.min(1, untold) : 0);
    }

    /** {@code OrderItem 3 quantity 2 → 3, unitPrice 5.00 → 6.00; OrderItem 4 inserted; and 7 more}. */
    @Override
    public String toString() {
        if (told.isEmpty()) {
            return untold == 0
                    ? "what was stored did not follow from the rule"
                    : "something that the API does not show";
        }
        StringBuilder words = new StringBuilder();
        @Nullable RuleCause previous = null;
        for (RuleCause cause : told) {
            if (cause.isOfSameRow(previous)) {
                words.append(", ").append(cause.event());
            } else {
                words.append(previous == null ? "" : "; ")
                        .append(cause.entity())
                        .append(' ')
                        .append(cause.id())
                        .append(' ')
                        .append(cause.event());
            }
            previous = cause;
        }
        return untold == 0
                ? words.toString()
                : words.append("; and ").append(untold).append(" more").toString();
    }
}
