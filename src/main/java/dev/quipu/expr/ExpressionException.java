package dev.quipu.expr;

/** An expression that Hibernate does not accept, or that cannot be evaluated in memory as PostgreSQL would. */
public final class ExpressionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean unparsed;

    private ExpressionException(String message, boolean unparsed) {
        super(message);
        this.unparsed = unparsed;
    }

    ExpressionException(String message) {
        this(message, false);
    }

    static ExpressionException unparsed(Exception problem) {
        return new ExpressionException(String.valueOf(problem.getMessage()), true);
    }

    /** Whether Hibernate itself did not accept the text: a name in it may be unknown. */
    public boolean isUnparsed() {
        return unparsed;
    }
}
