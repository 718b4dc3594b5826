package dev.quipu.mutation;

import dev.quipu.model.EntityModel;
import java.util.Collection;
import java.util.Objects;
import org.hibernate.Hibernate;
import org.hibernate.engine.spi.SelfDirtinessTracker;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/** Reads and assigns attributes of entities by name. */
final class RowState {

    private final SessionImplementor session;

    RowState(SessionImplementor session) {
        this.session = session;
    }

    /** A new instance with its initial values. */
    Object instantiate(EntityModel entity) {
        return persister(entity).instantiate(null, session);
    }

    @Nullable
    Object id(EntityModel entity, Object row) {
        return persister(entity).getIdentifier(row, session);
    }

    /** The id of a row that has one by now. */
    Object storedId(EntityModel entity, Object row) {
        return Objects.requireNonNull(id(entity, row), "a row that is saved has an id");
    }

    @Nullable
    Object get(EntityModel entity, Object row, String attribute) {
        Hibernate.initialize(row);
        return persister(entity).getPropertyValue(Hibernate.unproxy(row), attribute);
    }

    /** Assigns a value; one that is there already leaves the row clean, so that no statement follows. */
    void set(EntityModel entity, Object row, String attribute, @Nullable Object value) {
        EntityPersister persister = persister(entity);
        int position = persister.getPropertyIndex(attribute);
        Type type = persister.getPropertyTypes()[position];
        if (same(type, persister.getValue(row, position), value)) {
            return;
        }
        // what is mutable, such as JSON, becomes what Hibernate will compare it with, or each flush would find it
        // changed
        boolean mutable = type.isMutable() && !type.isAssociationType();
        persister.setValue(row, position, mutable ? type.deepCopy(value, session.getFactory()) : value);
        if (row instanceof SelfDirtinessTracker tracker) {
            // the persister writes past the enhanced setters, which would have noted the change
            tracker.$$_hibernate_trackChange(attribute);
        }
    }

    /** The collection if it is in memory; null if nobody loaded it, in which case the database's will be right. */
    @SuppressWarnings("unchecked")
    @Nullable
    Collection<Object> loadedCollection(EntityModel entity, Object row, String attribute) {
        if (!Hibernate.isInitialized(row) || !Hibernate.isPropertyInitialized(row, attribute)) {
            return null;
        }
        Object collection = persister(entity).getPropertyValue(row, attribute);
        return collection instanceof Collection && Hibernate.isInitialized(collection)
                ? (Collection<Object>) collection
                : null;
    }

    private boolean same(Type type, @Nullable Object before, @Nullable Object after) {
        return before == after
                || (before != null && after != null && type.isEqual(before, after, session.getFactory()));
    }

    EntityPersister persister(EntityModel entity) {
        return session.getFactory().getMappingMetamodel().getEntityDescriptor(entity.entityName());
    }
}
