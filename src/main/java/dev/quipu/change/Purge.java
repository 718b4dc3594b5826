package dev.quipu.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.Hibernate;
import org.hibernate.Session;
import org.hibernate.StaleStateException;
import org.hibernate.engine.spi.SessionImplementor;

/** Deletes rows for good: softly at first, for the rules to see them go, and then in one statement that nobody counts. */
final class Purge {

    private final Session session;
    private final Map<SoftTable, Set<Object>> rows;

    Purge(Session session, SoftTree doomed) {
        this.session = session;
        this.rows = doomed.rows();
    }

    void run() {
        Set<Object> living = Collections.newSetFromMap(new IdentityHashMap<>());
        rows.forEach((table, ids) -> living.addAll(living(table, ids)));
        leaveCollections(living);
        living.forEach(session::remove);
        session.flush();
        BypassGuard.inFlush(this::delete);
    }

    private List<Object> living(SoftTable table, Collection<Object> ids) {
        String living = "c." + table.id() + " in (:ids) and c." + table.deletedAt() + " is null";
        List<Object> found = new ArrayList<>();
        for (Object id : table.ids(session, living, Map.of("ids", ids))) {
            found.add(Hibernate.unproxy(session.find(table.persister().getMappedClass(), id)));
        }
        return found;
    }

    /** Hibernate saves again what it finds in a collection that cascades. */
    private void leaveCollections(Set<Object> living) {
        session.unwrap(SessionImplementor.class)
                .getPersistenceContextInternal()
                .forEachCollectionEntry(
                        (collection, entry) -> {
                            if (collection.wasInitialized() && collection instanceof Collection<?> elements) {
                                elements.removeIf(element -> living.contains(Hibernate.unproxy(element)));
                            }
                        },
                        false);
    }

    /** One statement, since PostgreSQL checks the references among the rows at its end; so their order does not matter. */
    private void delete() {
        List<String> deletions = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        rows.forEach((table, ids) -> {
            int n = deletions.size();
            deletions.add("d" + n + " as (delete from " + table.name() + " where " + table.id() + " in (:ids" + n
                    + ") and " + table.deletedAt() + " is not null returning 1)");
            parameters.put("ids" + n, ids);
        });
        String counted = String.join(" union all ", numbered("select * from d", deletions.size()));
        Long deleted = SoftTable.parameterized(
                        session.createNativeQuery(
                                "with " + String.join(", ", deletions) + " select count(*) from (" + counted + ") d",
                                Long.class),
                        parameters)
                .getSingleResult();
        int wanted = rows.values().stream().mapToInt(Set::size).sum();
        if (deleted != wanted) {
            throw new StaleStateException("Of " + wanted + " rows to be purged " + (wanted - deleted)
                    + " were restored or purged by another transaction");
        }
    }

    private static List<String> numbered(String text, int count) {
        List<String> texts = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            texts.add(text + n);
        }
        return texts;
    }
}
