package dev.quipu.change;

import java.util.BitSet;
import org.hibernate.Hibernate;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.event.internal.DefaultMergeEventListener;
import org.hibernate.event.spi.MergeContext;
import org.hibernate.event.spi.MergeEvent;

/**
 * Hibernate's merge, but for derived attributes: a detached copy holds what the rules said when it was read, which is nobody's
 * assignment and must not become one.
 */
final class RuledMerge extends DefaultMergeEventListener {

    private final FlushRules rules;

    RuledMerge(FlushRules rules) {
        this.rules = rules;
    }

    @Override
    protected void entityIsDetached(MergeEvent event, Object copiedId, Object originalId, MergeContext copyCache) {
        super.entityIsDetached(event, copiedId, originalId, copyCache);
        Object merged = Hibernate.unproxy(event.getResult());
        EntityEntry entry = event.getSession().getPersistenceContextInternal().getEntry(merged);
        if (entry != null && entry.getLoadedState() != null) {
            BitSet derived = rules.derivedPositions(entry.getEntityName());
            derived.stream().forEach(position -> entry.getPersister()
                    .setValue(merged, position, entry.getLoadedState()[position]));
        }
    }
}
