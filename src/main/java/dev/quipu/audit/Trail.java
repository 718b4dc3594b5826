package dev.quipu.audit;

import dev.quipu.change.ManagedRow.Fate;
import dev.quipu.change.ManagedRows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import org.hibernate.event.spi.EventSource;

/** Writes an entry for each audited row that a flush writes. */
final class Trail {

    private final Map<String, AuditedEntity> entities;
    private final EntryTable table;
    private final Moments moments;
    /** Weak: a flush that fails leaves what it expected. */
    private final Map<EventSource, List<Sighting>> expected = Collections.synchronizedMap(new WeakHashMap<>());

    /** @param entities by the names under which Hibernate knows them */
    Trail(Map<String, AuditedEntity> entities, EntryTable table, Moments moments) {
        this.entities = Map.copyOf(entities);
        this.table = table;
        this.moments = moments;
    }

    void expect(EventSource session) {
        List<Sighting> seen = new ArrayList<>();
        ManagedRows rows = new ManagedRows(session);
        rows.forEachPending(entities::containsKey, row -> {
            AuditedEntity entity =
                    Objects.requireNonNull(entities.get(row.persister().getEntityName()));
            row.initialize();
            if (row.fate() != Fate.NOTHING) {
                seen.add(new Sighting(entity, row, rows));
            }
        });
        if (seen.isEmpty()) {
            expected.remove(session);
        } else {
            expected.put(session, seen);
        }
    }

    void write(EventSource session) {
        List<Sighting> seen = expected.remove(session);
        if (seen == null) {
            return;
        }
        ManagedRows rows = new ManagedRows(session);
        List<Entry> entries = seen.stream()
                .map(sighting -> sighting.entry(rows))
                .filter(Objects::nonNull)
                .<Entry>map(Objects::requireNonNull)
                .toList();
        if (!entries.isEmpty()) {
            table.insert(session, moments.of(session), entries);
        }
    }
}
