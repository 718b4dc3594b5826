package dev.quipu.change;

import java.util.function.Consumer;
import java.util.function.Predicate;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.event.spi.EventSource;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/** The entity instances of a session. */
public final class ManagedRows {

    private final EventSource session;

    public ManagedRows(EventSource session) {
        this.session = session;
    }

    /** Shows every instance of the wanted entities that the next flush will write. */
    public void forEachPending(Predicate<String> wantedEntityName, Consumer<ManagedRow> action) {
        for (var managed : session.getPersistenceContextInternal().reentrantSafeEntityEntries()) {
            EntityEntry entry = managed.getValue();
            if (wantedEntityName.test(entry.getEntityName())) {
                ManagedRow row = new ManagedRow(session, managed.getKey(), entry);
                if (row.fate() != ManagedRow.Fate.NOTHING) {
                    action.accept(row);
                }
            }
        }
    }

    /** The instance that stands for a row, or null if the session has none. */
    public @Nullable ManagedRow find(EntityPersister persister, Object id) {
        var context = session.getPersistenceContextInternal();
        Object entity = context.getEntity(session.generateEntityKey(id, persister));
        EntityEntry entry = entity == null ? null : context.getEntry(entity);
        return entity == null || entry == null ? null : new ManagedRow(session, entity, entry);
    }

    /** The id of the entity that a reference refers to. */
    public @Nullable Object idOf(@Nullable Object reference) {
        if (reference == null) {
            return null;
        }
        Object id = session.getContextEntityIdentifier(reference);
        return id != null ? id : detachedId(reference);
    }

    private @Nullable Object detachedId(Object reference) {
        return session.getEntityPersister(null, reference).getIdentifier(reference, session);
    }
}
