package dev.quipu.change;

import java.util.stream.IntStream;
import org.hibernate.Hibernate;
import org.hibernate.bytecode.enhance.spi.LazyPropertyInitializer;
import org.hibernate.engine.internal.ManagedTypeHelper;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.Status;
import org.hibernate.event.spi.EventSource;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.EntityType;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/** One entity instance of a session, seen as the row it stands for. */
public final class ManagedRow {

    /** What the next flush will do to the row. */
    public enum Fate {
        INSERT,
        UPDATE,
        DELETE,
        NOTHING
    }

    private final EventSource session;
    private final Object entity;
    private final EntityEntry entry;

    ManagedRow(EventSource session, Object entity, EntityEntry entry) {
        this.session = session;
        this.entity = entity;
        this.entry = entry;
    }

    public EntityPersister persister() {
        return entry.getPersister();
    }

    public Object id() {
        return entry.getId();
    }

    /** The instance itself. */
    public Object entity() {
        return entity;
    }

    /** The version that the application has seen, if the entity has one. */
    public @Nullable Object version() {
        return entry.getVersion();
    }

    /** Whether its attributes have been read; a reference that was never used has only an id. */
    public boolean initialized() {
        return Hibernate.isInitialized(entity);
    }

    /** What the flush will do; {@code NOTHING} also for a removed instance that never had a row. */
    public Fate fate() {
        Status status = entry.getStatus();
        if (status == Status.DELETED) {
            return entry.isExistsInDatabase() ? Fate.DELETE : Fate.NOTHING;
        }
        if (status != Status.MANAGED) {
            return Fate.NOTHING;
        }
        if (!entry.isExistsInDatabase()) {
            return Fate.INSERT;
        }
        return mayBeDirty() ? Fate.UPDATE : Fate.NOTHING;
    }

    private boolean mayBeDirty() {
        return !ManagedTypeHelper.isSelfDirtinessTracker(entity)
                || ManagedTypeHelper.asSelfDirtinessTracker(entity).$$_hibernate_hasDirtyAttributes()
                || (persister().hasMutableProperties() && initialized() && changedInPlace());
    }

    /** Of an array or a JSON document the tracker sees only assignments. */
    private boolean changedInPlace() {
        Type[] types = persister().getPropertyTypes();
        return IntStream.range(0, types.length)
                .anyMatch(position -> types[position].isMutable()
                        && !types[position].isCollectionType()
                        && loaded(position) != null
                        && fetched(position)
                        && changed(position));
    }

    /** Reads the row if that has not happened yet: a write to an unread reference does not read it. */
    public void initialize() {
        Hibernate.initialize(entity);
    }

    /** The value that the instance holds now. */
    public @Nullable Object current(int position) {
        return persister().getValue(entity, position);
    }

    /** The value that Hibernate last read or wrote. */
    public @Nullable Object loaded(int position) {
        Object[] state = entry.getLoadedState();
        return state == null ? null : state[position];
    }

    /** Whether the row's attribute was read or written at all; a lazy one may not have been. */
    public boolean fetched(int position) {
        return loaded(position) != LazyPropertyInitializer.UNFETCHED_PROPERTY;
    }

    /** Whether the application has changed an attribute since the last flush. */
    public boolean changed(int position) {
        if (!fetched(position)) {
            return Hibernate.isPropertyInitialized(entity, persister().getPropertyNames()[position]);
        }
        return persister().getPropertyTypes()[position].isDirty(loaded(position), current(position), session);
    }

    /** Sets an attribute so that Hibernate's next write includes it. */
    public void write(int position, @Nullable Object value) {
        persister().setValue(entity, position, value);
        if (entry.isExistsInDatabase()) {
            if (ManagedTypeHelper.isSelfDirtinessTracker(entity)) {
                ManagedTypeHelper.asSelfDirtinessTracker(entity)
                        .$$_hibernate_trackChange(persister().getPropertyNames()[position]);
            }
        } else {
            // a pending INSERT takes its values from this array, so no UPDATE follows
            setLoaded(position, value);
        }
    }

    /** Sets an attribute to what the row holds already: Hibernate has nothing to write. */
    public void refresh(int position, @Nullable Object value) {
        persister().setValue(entity, position, value);
        setLoaded(position, value);
    }

    /** Takes note of what the row holds where the application has changed the attribute itself. */
    public void rebase(int position, @Nullable Object value) {
        setLoaded(position, value);
    }

    /** The entity of that id as a reference at this position, without reading it. */
    public @Nullable Object reference(int position, @Nullable Object id) {
        if (id == null) {
            return null;
        }
        EntityType type = (EntityType) persister().getPropertyTypes()[position];
        return session.internalLoad(type.getAssociatedEntityName(), id, false, false);
    }

    private void setLoaded(int position, @Nullable Object value) {
        set(entry.getLoadedState(), position, value);
        // Hibernate also writes how a removed instance differs from what it had loaded
        set(entry.getDeletedState(), position, value);
    }

    private static void set(@Nullable Object @Nullable [] state, int position, @Nullable Object value) {
        if (state != null) {
            state[position] = value;
        }
    }
}
