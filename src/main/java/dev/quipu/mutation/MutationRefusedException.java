package dev.quipu.mutation;

import java.util.List;
import java.util.stream.Collectors;

/** An operation was not carried out, and nothing of it is stored. Carries every reason, not only the first. */
public final class MutationRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Refusal> refusals;

    public MutationRefusedException(List<Refusal> refusals) {
        super(refusals.stream().map(Refusal::message).collect(Collectors.joining("; ")));
        this.refusals = List.copyOf(refusals);
    }

    public List<Refusal> refusals() {
        return refusals;
    }
}
