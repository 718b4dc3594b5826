package dev.quipu.rule;

import java.util.List;
import java.util.stream.Collectors;

/** A transaction would have broken rules; it is rolled back. Carries every violation, not only the first. */
public final class RuleViolationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    public RuleViolationException(List<Violation> violations) {
        super(violations.stream()
                .map(violation -> violation.rule() + " of " + violation.entity() + " " + violation.id() + ": "
                        + violation.message())
                .collect(Collectors.joining("; ")));
        this.violations = List.copyOf(violations);
    }

    public List<Violation> violations() {
        return violations;
    }
}
