package dev.quipu.rule;

/** The way around the rules, for those who know what they do. */
public final class Rules {

    private static final ThreadLocal<Integer> BYPASSES = ThreadLocal.withInitial(() -> 0);

    private Rules() {}

    /**
     * Runs work whose bulk statements the rules do not see. Until {@code rules repair} has run, derived attributes that depend on
     * what it changes may be wrong, for everybody.
     *
     * <pre>{@code Rules.bypassing(() -> Order.update("note = null where shippedOn < ?1", lastYear));}</pre>
     */
    public static void bypassing(Runnable work) {
        int outer = BYPASSES.get();
        BYPASSES.set(outer + 1);
        try {
            work.run();
        } finally {
            if (outer == 0) {
                BYPASSES.remove();
            } else {
                BYPASSES.set(outer);
            }
        }
    }

    /** Whether the current thread is inside {@link #bypassing}. */
    public static boolean bypassed() {
        return BYPASSES.get() > 0;
    }
}
