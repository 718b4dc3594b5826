package dev.quipu.expr;

/** An expression that Hibernate does not accept, or that cannot be evaluated in memory as PostgreSQL would. */
public final class ExpressionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ExpressionException(String message) {
        super(message);
    }
}
