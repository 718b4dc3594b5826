package dev.quipu.graphql.limit;

/** A request that asks for more than it may. Its message names what, how much, the limit and the setting. */
public final class TooMuchException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooMuchException(String message, String setting) {
        super(message + " (quipu.limit." + setting + ")", null, false, false);
    }

    /** Refuses an amount above its limit. */
    static void require(long amount, long limit, String what, String setting) {
        if (amount > limit) {
            throw new TooMuchException(
                    "The request has " + amount + " " + what + "; the limit is " + limit + ".", setting);
        }
    }
}
