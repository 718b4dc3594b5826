package dev.quipu.change;

import dev.quipu.model.BasicAttribute;
import dev.quipu.model.EntityModel;
import org.hibernate.Session;
import org.hibernate.engine.spi.SelfDirtinessTracker;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.query.QueryFlushMode;
import org.jspecify.annotations.Nullable;

/** Undoes soft deletions. */
public final class SoftDeletion {

    private SoftDeletion() {}

    /**
     * Brings a deleted row back; the rules see it with the next flush, as they see any change.
     *
     * @return the managed entity, or null if there is no deleted row with that id
     */
    public static @Nullable Object restore(Session session, EntityModel entity, Object id) {
        BasicAttribute deletedAt = entity.deletedAt();
        if (deletedAt == null) {
            return null;
        }
        // native, since Hibernate leaves deleted rows out of everything else
        Object row = session.createNativeQuery(
                        "select * from " + entity.table() + " where "
                                + entity.id().column() + " = :id and " + deletedAt.column() + " is not null",
                        entity.javaType())
                .setQueryFlushMode(QueryFlushMode.NO_FLUSH)
                .setParameter("id", id)
                .getSingleResultOrNull();
        if (row != null) {
            clear(session, entity, deletedAt, row);
        }
        return row;
    }

    private static void clear(Session session, EntityModel entity, BasicAttribute deletedAt, Object row) {
        EntityPersister persister = session.unwrap(SharedSessionContractImplementor.class)
                .getFactory()
                .getMappingMetamodel()
                .getEntityDescriptor(entity.entityName());
        persister.setValue(row, deletedAt.position(), null);
        if (row instanceof SelfDirtinessTracker tracker) {
            tracker.$$_hibernate_trackChange(deletedAt.name());
        }
    }
}
