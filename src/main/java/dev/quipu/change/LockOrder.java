package dev.quipu.change;

import dev.quipu.model.EntityModel;
import java.util.Collection;
import org.hibernate.Session;
import org.hibernate.event.spi.EventSource;

/**
 * The order in which rows are locked: what rules read live above a row comes before the row. Who locks rows before the flush does so
 * in that order too, or waits in a circle with a flush.
 */
public final class LockOrder {

    private LockOrder() {}

    /** Where the entity stands among those whose rows a flush locks; what is locked first comes first. */
    public static int position(Session session, EntityModel entity) {
        return RuledFlush.rulesOf(session.getSessionFactory()).lockPosition(entity.entityName());
    }

    /** Whether rows above the entity's have to be locked first. */
    public static boolean beginsAbove(Session session, EntityModel entity) {
        return RuledFlush.rulesOf(session.getSessionFactory()).readsParents(entity.entityName());
    }

    /** Locks what has to be locked before those rows. Nothing is flushed. */
    public static void lockAbove(Session session, EntityModel entity, Collection<?> ids) {
        RuledFlush.rulesOf(session.getSessionFactory())
                .lockParents(session.unwrap(EventSource.class), entity.entityName(), ids);
    }
}
