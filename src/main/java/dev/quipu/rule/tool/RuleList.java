package dev.quipu.rule.tool;

import dev.quipu.model.BasicAttribute;
import dev.quipu.rule.RuleSentence;
import dev.quipu.rule.engine.AggregateRule;
import dev.quipu.rule.engine.InvariantRule;
import dev.quipu.rule.engine.LocalRule;
import dev.quipu.rule.engine.RulePlan;
import dev.quipu.rule.engine.RuledEntity;
import dev.quipu.rule.engine.Stage;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hibernate.SessionFactory;

/**
 * The rules in words, in the order of their evaluation.
 *
 * <pre>{@code
 * 1  OrderItem.amount           computed: quantity * unitPrice
 * 2  Order.amountTotal          sum of items.amount
 * 3  User.balance               sum of orders.amountTotal where shippedOn is null
 * end  User.withinCreditLimit   balance <= creditLimit
 * }</pre>
 */
@Singleton
public final class RuleList {

    /**
     * One rule.
     *
     * @param step when it is evaluated: rules of one step are settled together; 0 for invariants, which are judged at the end
     * @param rule its name: {@code "Order.amountTotal"}
     * @param sentence what it says
     */
    public record Line(int step, String rule, String sentence) {}

    private final RulePlan plan;

    public RuleList(SessionFactory sessionFactory) {
        plan = RulePlan.of(sessionFactory);
    }

    /** Every rule; invariants last. */
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        int step = 0;
        for (Stage stage : plan.stages()) {
            if (stage.aggregates().isEmpty() && stage.locals().isEmpty()) {
                continue; // only contributes to others
            }
            step++;
            for (AggregateRule rule : stage.aggregates()) {
                lines.add(new Line(step, rule.name(), sentence(rule.target())));
            }
            for (LocalRule rule : stage.locals()) {
                lines.add(new Line(step, rule.name(), sentence(rule.target())));
            }
        }
        for (RuledEntity entity : plan.entities()) {
            for (InvariantRule invariant : entity.invariants()) {
                lines.add(new Line(
                        0, invariant.qualifiedName(), invariant.condition().text()));
            }
        }
        return lines;
    }

    private static String sentence(BasicAttribute target) {
        return RuleSentence.of(Objects.requireNonNull(target.rule()));
    }

    /** A table for people. */
    public String text() {
        List<Line> lines = lines();
        int width = lines.stream().mapToInt(line -> line.rule().length()).max().orElse(0);
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            text.append(String.format(
                    "%3s  %-" + Math.max(1, width) + "s  %s%n",
                    line.step() == 0 ? "end" : String.valueOf(line.step()),
                    line.rule(),
                    line.sentence()));
        }
        return text.toString();
    }
}
