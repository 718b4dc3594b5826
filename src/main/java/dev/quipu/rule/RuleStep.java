package dev.quipu.rule;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a rule did to one row: a derived attribute that it changed, or an invariant that was judged. A rule that was
 * evaluated and changed nothing makes no step.
 *
 * <pre>{@code Order.amountTotal of Order 7: 36.00 → 48.00, since OrderItem 3 amount 24.00 → 36.00}</pre>
 *
 * @param rule the rule's name with its entity's: {@code "Order.amountTotal"}, {@code "User.withinCreditLimit"}
 * @param entity the JPA name of the row's entity
 * @param id the row's id
 * @param attribute the attribute that the rule changed; null for an invariant
 * @param before the attribute's value until then; null for an invariant
 * @param after the attribute's value from then on; for an invariant whether it holds, a {@link Boolean}
 * @param hidden whether the attribute is {@link dev.quipu.model.Hidden}, so that its values belong into no text
 * @param causes what set the rule off
 */
public record RuleStep(
        String rule,
        String entity,
        Object id,
        @Nullable String attribute,
        @Nullable Object before,
        @Nullable Object after,
        boolean hidden,
        RuleCauses causes) {

    /** The same step with other causes. */
    public RuleStep because(RuleCauses others) {
        return new RuleStep(rule, entity, id, attribute, before, after, hidden, others);
    }

    /** One line for people. */
    @Override
    public String toString() {
        return rule + " of " + entity + " " + id + ": " + outcome() + ", since " + causes;
    }

    private String outcome() {
        if (attribute == null) {
            return Boolean.FALSE.equals(after) ? "is broken" : "holds";
        }
        return hidden ? "changed" : text(before) + " → " + text(after);
    }

    private static String text(@Nullable Object value) {
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : String.valueOf(value);
    }
}
