package dev.quipu.mutation;

import dev.quipu.rule.RuleStep;
import java.util.List;
import java.util.stream.Collectors;

/** An operation was not carried out, and nothing of it is stored. Carries every reason, not only the first. */
public final class MutationRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Refusal> refusals;

    private final transient List<RuleStep> steps;

    public MutationRefusedException(List<Refusal> refusals) {
        this(refusals, List.of());
    }

    MutationRefusedException(List<Refusal> refusals, List<RuleStep> steps) {
        super(refusals.stream().map(Refusal::message).collect(Collectors.joining("; ")));
        this.refusals = List.copyOf(refusals);
        this.steps = List.copyOf(steps);
    }

    public List<Refusal> refusals() {
        return refusals;
    }

    /** What the rules did until then; empty unless the operation is explained. */
    public List<RuleStep> steps() {
        return steps;
    }
}
