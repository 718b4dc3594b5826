package dev.quipu.rule;

/** A statement would have changed rows behind the back of the rules that depend on them. Nothing was changed. */
public final class RulesBypassedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RulesBypassedException(String message) {
        super(message);
    }
}
