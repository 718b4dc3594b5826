package dev.quipu.rule.engine;

import dev.quipu.change.ManagedRow;
import dev.quipu.change.ManagedRow.Fate;
import dev.quipu.model.BasicAttribute;
import dev.quipu.rule.RuleSentence;
import dev.quipu.rule.RuleViolationException;
import dev.quipu.rule.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Refuses what application code has assigned to derived attributes. */
final class Assignments {

    private Assignments() {}

    /** @throws RuleViolationException naming every such attribute */
    static void refuse(List<Row> changed) {
        List<Violation> violations = new ArrayList<>();
        for (Row row : changed) {
            if (row.fate != Fate.DELETE) {
                row.entity
                        .model
                        .basics()
                        .filter(attribute -> row.entity.isRuleTarget(attribute) && assigned(row, attribute))
                        .forEach(attribute -> violations.add(violation(row, attribute)));
            }
        }
        if (!violations.isEmpty()) {
            throw new RuleViolationException(violations);
        }
    }

    private static boolean assigned(Row row, BasicAttribute attribute) {
        ManagedRow managed = Objects.requireNonNull(row.managed);
        if (row.fate == Fate.UPDATE) {
            return managed.changed(attribute.position());
        }
        Object value = managed.current(attribute.position());
        return value != null && !Values.same(value, attribute.initialValue());
    }

    private static Violation violation(Row row, BasicAttribute attribute) {
        String name = row.entity.name() + "." + attribute.name();
        return new Violation(
                name,
                row.entity.name(),
                row.id,
                List.of(attribute.name()),
                Map.of(),
                name + " is derived (" + RuleSentence.of(Objects.requireNonNull(attribute.rule()))
                        + "): remove the assignment, or the rule");
    }
}
