package dev.quipu.audit;

import dev.quipu.change.FlushStep;
import java.util.Set;
import org.hibernate.event.spi.EventSource;
import org.jspecify.annotations.Nullable;

/**
 * Stamps and audits what a flush writes.
 *
 * @param trail null if nothing is audited
 * @param tables those of stamped and audited entities
 */
record AuditStep(Stamps stamps, @Nullable Trail trail, Set<String> tables) implements FlushStep {

    @Override
    public void beforeRules(EventSource session) {
        stamps.set(session);
    }

    @Override
    public void beforeWriting(EventSource session) {
        if (trail != null) {
            trail.expect(session);
        }
    }

    @Override
    public void written(EventSource session) {
        if (trail != null) {
            trail.write(session);
        }
    }

    @Override
    public @Nullable String refusal(String table) {
        return tables.contains(table)
                ? "SEC-307 A statement writes to \"" + table
                        + "\" outside a flush, where nobody would stamp its rows or enter"
                        + " them into the audit trail. Load the entities and change them, or wrap the statement in"
                        + " Rules.bypassing(..)."
                : null;
    }
}
