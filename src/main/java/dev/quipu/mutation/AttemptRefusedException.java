package dev.quipu.mutation;

import dev.quipu.rule.RuleStep;
import java.util.List;

/** An attempt is refused; once its transaction is gone, the database is asked what else speaks against it. */
final class AttemptRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Refusal> refusals;
    private final transient Doubts doubts;
    private final transient List<RuleStep> steps;

    AttemptRefusedException(List<Refusal> refusals, Doubts doubts) {
        this(refusals, doubts, List.of());
    }

    private AttemptRefusedException(List<Refusal> refusals, Doubts doubts, List<RuleStep> steps) {
        this.refusals = List.copyOf(refusals);
        this.doubts = doubts;
        this.steps = List.copyOf(steps);
    }

    AttemptRefusedException after(List<RuleStep> taken) {
        return new AttemptRefusedException(refusals, doubts, taken);
    }

    List<Refusal> refusals() {
        return refusals;
    }

    Doubts doubts() {
        return doubts;
    }

    /** What the rules did until then, hidden or not; empty unless the operation is explained. */
    List<RuleStep> steps() {
        return steps;
    }
}
