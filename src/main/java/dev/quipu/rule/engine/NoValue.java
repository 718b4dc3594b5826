package dev.quipu.rule.engine;

import dev.quipu.model.BasicAttribute;
import dev.quipu.rule.RuleSentence;
import dev.quipu.rule.RuleViolationException;
import dev.quipu.rule.Violation;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A rule has no value that its attribute can hold: a number too large, a division by zero, a row that is its own ancestor. */
final class NoValue {

    private NoValue() {}

    static RuleViolationException of(Row row, BasicAttribute target, String reason) {
        String rule = row.entity.name() + "." + target.name();
        return new RuleViolationException(List.of(new Violation(
                rule,
                row.entity.name(),
                row.id,
                List.of(target.name()),
                Map.of(),
                rule + " (" + RuleSentence.of(Objects.requireNonNull(target.rule())) + ") has no value here: "
                        + reason)));
    }
}
