package dev.quipu.change;

import dev.quipu.model.EntityModel;
import dev.quipu.rule.ParentMissingException;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.hibernate.engine.spi.SelfDirtinessTracker;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/**
 * What can be done with a softly deleted row: bring it back, or delete it for good. Deleting it softly is the session's
 * {@code remove}, which goes along the cascades and gives all that falls in one transaction the same time of deletion.
 *
 * <pre>{@code
 * session.remove(topic);                                             // with its replies
 * SoftDeletion.restore(session, model.entity(Topic.class), topicId); // with the replies that fell with it
 * SoftDeletion.purge(session, model.entity(Topic.class), topicId);   // with all its replies, for good
 * }</pre>
 */
public final class SoftDeletion {

    private SoftDeletion() {}

    /** The deleted row of that id as a managed entity; null if there is none, or if it is not deleted. Nothing is flushed. */
    public static @Nullable Object find(Session session, EntityModel entity, Object id) {
        SoftTable table = new SoftTable(persister(session, entity));
        String deleted = "c." + table.id() + " = :id and c." + table.deletedAt() + " is not null";
        return table.ids(session, deleted, Map.of("id", id)).isEmpty() ? null : load(session, table, id);
    }

    /**
     * Brings a deleted row back, and what fell with it: the rows along its cascades, several levels down, that have the same time
     * of deletion. What had been deleted before on its own stays deleted. The rules count everything again, as it is now. The
     * session is flushed before and afterwards.
     *
     * @return the managed entity, or null if there is no deleted row with that id
     * @throws ParentMissingException if one of the rows refers to one that lies deleted and does not come back with it; nothing
     *     has changed then
     * @throws org.hibernate.exception.ConstraintViolationException if a value that must be unique has been taken meanwhile
     */
    public static @Nullable Object restore(Session session, EntityModel entity, Object id) {
        session.flush();
        SoftTree fallen = SoftTree.fallen(session, persister(session, entity), id);
        if (fallen.rows().isEmpty()) {
            return null;
        }
        new DeletedParents(session, fallen).refuse();
        fallen.rows().forEach((table, ids) -> table.load(session, ids)
                .forEach(row -> clear(row, table.persister(), table.deletedAtPosition())));
        session.flush();
        return load(session, new SoftTable(persister(session, entity)), id);
    }

    /**
     * Deletes a row for good, whether it is softly deleted or not, with all that its cascades reach, deleted or not. Rows that are
     * not deleted yet leave the sums that count them first, as with {@code remove}; the session is flushed.
     *
     * @return false if there is no such row
     * @throws org.hibernate.exception.ConstraintViolationException if other rows still refer to one of them
     * @throws org.hibernate.StaleStateException if another transaction has restored one of them meanwhile
     */
    public static boolean purge(Session session, EntityModel entity, Object id) {
        session.flush();
        SoftTree doomed = SoftTree.whole(session, persister(session, entity), id);
        if (doomed.rows().isEmpty()) {
            return false;
        }
        new Purge(session, doomed).run();
        return true;
    }

    private static Object load(Session session, SoftTable table, Object id) {
        return table.load(session, List.of(id)).get(0);
    }

    private static void clear(Object row, EntityPersister persister, int deletedAt) {
        if (persister.getValue(row, deletedAt) == null) {
            return;
        }
        persister.setValue(row, deletedAt, null);
        if (row instanceof SelfDirtinessTracker tracker) {
            tracker.$$_hibernate_trackChange(persister.getPropertyNames()[deletedAt]);
        }
    }

    private static EntityPersister persister(Session session, EntityModel entity) {
        if (!entity.softDeletable()) {
            throw new IllegalArgumentException(entity.name() + " is not @SoftDeletable");
        }
        return session.unwrap(SharedSessionContractImplementor.class)
                .getFactory()
                .getMappingMetamodel()
                .getEntityDescriptor(entity.entityName());
    }
}
