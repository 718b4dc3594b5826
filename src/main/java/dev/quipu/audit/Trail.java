package dev.quipu.audit;

import dev.quipu.change.ManagedRow.Fate;
import dev.quipu.change.ManagedRows;
import dev.quipu.change.TransactionEnd;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.event.spi.EventSource;

/** Writes an entry for each audited row that a flush writes. */
final class Trail {

    private final Map<String, AuditedEntity> entities;
    private final EntryTable table;
    private final Moments moments;
    /** What is expected knows its session: whatever a flush that fails leaves here goes with the transaction. */
    private final Map<EventSource, List<AuditedRow>> expected = new ConcurrentHashMap<>();

    /** @param entities by the names under which Hibernate knows them */
    Trail(Map<String, AuditedEntity> entities, EntryTable table, Moments moments) {
        this.entities = Map.copyOf(entities);
        this.table = table;
        this.moments = moments;
    }

    void expect(EventSource session) {
        List<AuditedRow> seen = new ArrayList<>();
        ManagedRows rows = new ManagedRows(session);
        rows.forEachPending(entities::containsKey, row -> {
            AuditedEntity entity =
                    Objects.requireNonNull(entities.get(row.persister().getEntityName()));
            row.initialize();
            if (row.fate() != Fate.NOTHING) {
                seen.add(new AuditedRow(entity, row, rows));
            }
        });
        if (seen.isEmpty()) {
            expected.remove(session);
        } else {
            List<AuditedRow> before = expected.put(session, seen);
            if (before == null) {
                TransactionEnd.register(session, () -> {}, committed -> expected.remove(session));
            }
        }
    }

    void write(EventSource session) {
        List<AuditedRow> seen = expected.remove(session);
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
