package dev.quipu.mutation;

import dev.quipu.model.EntityModel;
import org.hibernate.Hibernate;
import org.hibernate.TransientPropertyValueException;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.PersistenceContext;
import org.jspecify.annotations.Nullable;

/**
 * A row in memory refers to one that the same operation deletes. Hibernate says of that one, before it asks the database, that it was
 * never saved.
 *
 * @param referring the entity of the row that refers
 * @param id of the row that is deleted
 */
record DanglingReference(EntityModel referring, String id) {

    /** Null if the failure is of another kind. */
    static @Nullable DanglingReference behind(RuntimeException failure, Attempt attempt) {
        TransientPropertyValueException dangling = Causes.find(failure, TransientPropertyValueException.class);
        if (dangling == null) {
            return null;
        }
        EntityModel referring = entity(attempt, dangling.getPropertyOwnerEntityName());
        EntityModel target = entity(attempt, dangling.getTransientEntityName());
        RowState state = new RowState(attempt.session());
        PersistenceContext context = attempt.session().getPersistenceContextInternal();
        for (var managed : context.reentrantSafeEntityEntries()) {
            Object row = managed.getKey();
            if (referring.javaType().isInstance(row)
                    && !managed.getValue().getStatus().isDeletedOrGone()) {
                Object referred = state.get(referring, row, dangling.getPropertyName());
                if (referred != null && isDeleted(context, referred)) {
                    return new DanglingReference(
                            referring, state.storedId(target, referred).toString());
                }
            }
        }
        return null; // it was never saved indeed: code forgot to
    }

    private static boolean isDeleted(PersistenceContext context, Object row) {
        EntityEntry entry = Hibernate.isInitialized(row) ? context.getEntry(Hibernate.unproxy(row)) : null;
        return entry != null && entry.getStatus().isDeletedOrGone();
    }

    private static EntityModel entity(Attempt attempt, String entityName) {
        return attempt.model().entities().stream()
                .filter(entity -> entity.entityName().equals(entityName))
                .findFirst()
                .orElseThrow();
    }
}
