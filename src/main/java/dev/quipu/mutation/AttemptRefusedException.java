package dev.quipu.mutation;

import java.util.List;

/** An attempt is refused; once its transaction is gone, the database is asked what else speaks against it. */
final class AttemptRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Refusal> refusals;
    private final transient Doubts doubts;

    AttemptRefusedException(List<Refusal> refusals, Doubts doubts) {
        this.refusals = List.copyOf(refusals);
        this.doubts = doubts;
    }

    List<Refusal> refusals() {
        return refusals;
    }

    Doubts doubts() {
        return doubts;
    }
}
