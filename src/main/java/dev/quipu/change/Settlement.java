package dev.quipu.change;

import org.hibernate.Session;
import org.hibernate.event.spi.EventSource;

/** Settles a transaction before its end. */
public final class Settlement {

    private Settlement() {}

    /**
     * Flushes what is pending, so that every rule has run, and judges the invariants now instead of at commit, where the error
     * would arrive wrapped in that of the commit.
     *
     * @throws dev.quipu.rule.RuleViolationException with every violation
     */
    public static void settle(Session session) {
        session.flush();
        judge(session);
    }

    /**
     * Judges the invariants of a session that was flushed, so that every rule has run.
     *
     * @throws dev.quipu.rule.RuleViolationException with every violation
     */
    public static void judge(Session session) {
        RuledFlush.rulesOf(session.getSessionFactory()).judge(session.unwrap(EventSource.class));
    }
}
