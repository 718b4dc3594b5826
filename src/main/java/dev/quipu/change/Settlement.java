package dev.quipu.change;

import org.hibernate.Session;

/** Settles a transaction before its end. */
public final class Settlement {

    private Settlement() {}

    /**
     * Flushes what is pending, so that every rule has run, and judges the invariants now instead of at commit.
     *
     * @throws dev.quipu.rule.RuleViolationException with every violation
     */
    public static void settle(Session session) {
        session.flush();
    }
}
