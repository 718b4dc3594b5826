package dev.quipu.change;

import dev.quipu.rule.ParentMissingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.StaleObjectStateException;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.Status;
import org.hibernate.event.spi.EventSource;
import org.hibernate.persister.entity.EntityPersister;

/**
 * The children that others have brought to a row since a cascade has looked for them. For a row that is deleted for good its foreign
 * key would tell; a softly deleted one has to be asked for, when the rules have locked it.
 */
final class LeftBehind {

    private LeftBehind() {}

    /**
     * @throws StaleObjectStateException for the first child that would be there without its parent
     * @throws ParentMissingException if the application itself keeps it there
     */
    static void refuse(EventSource session) {
        falling(session)
                .forEach((parent, ids) -> Cascade.from(parent).forEach(cascade -> refuse(session, cascade, ids)));
    }

    private static Map<EntityPersister, List<Object>> falling(EventSource session) {
        Map<EntityPersister, List<Object>> falling = new HashMap<>();
        for (var managed : session.getPersistenceContextInternal().reentrantSafeEntityEntries()) {
            EntityEntry entry = managed.getValue();
            if (entry.getStatus() == Status.DELETED
                    && entry.isExistsInDatabase()
                    && SoftTable.isOf(entry.getPersister())) {
                falling.computeIfAbsent(entry.getPersister(), persister -> new ArrayList<>())
                        .add(entry.getId());
            }
        }
        return falling;
    }

    private static void refuse(EventSource session, Cascade cascade, List<Object> parents) {
        SoftTable table = new SoftTable(cascade.target());
        String living = cascade.reached() + " and c." + table.deletedAt() + " is null";
        for (Object id : table.ids(session, living, Map.of("sources", parents))) {
            ManagedRow child = new ManagedRows(session).find(cascade.target(), id);
            if (child == null) {
                throw new StaleObjectStateException(table.entityName(), id);
            }
            refuseStaying(session, cascade, parents, child);
        }
    }

    /** What the session knows falls too or goes elsewhere, unless the application has taken its removal back. */
    private static void refuseStaying(EventSource session, Cascade cascade, List<Object> parents, ManagedRow child) {
        if (cascade.mappedBy() == null || child.fate() == ManagedRow.Fate.DELETE) {
            return;
        }
        int position = cascade.target().getPropertyIndex(cascade.mappedBy());
        Object parent = new ManagedRows(session).idOf(child.current(position));
        if (parent != null && parents.contains(parent)) {
            throw new ParentMissingException(
                    cascade.target().getImportedName(),
                    cascade.mappedBy(),
                    cascade.source().getImportedName(),
                    parent);
        }
    }
}
