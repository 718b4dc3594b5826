package dev.quipu.rule.engine;

import dev.quipu.change.ManagedRow;
import dev.quipu.change.ManagedRow.Fate;
import dev.quipu.change.TransactionEnd;
import dev.quipu.rule.RowChanged;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.hibernate.event.spi.EventSource;
import org.jspecify.annotations.Nullable;

/** Notes for a listener what the flushes of each session write; the numbered steps stand in the package's description. */
final class Watch {

    private final RulePlan plan;
    private final RowListener listener;
    private final Set<String> during;
    private final Set<String> after;
    private final Set<String> tables = new HashSet<>();
    /** Weak, as in {@link RuleEngine}. */
    private final Map<EventSource, Journal> journals = Collections.synchronizedMap(new WeakHashMap<>());

    private Watch(RulePlan plan, RowListener listener, Set<String> during, Set<String> after) {
        this.plan = plan;
        this.listener = listener;
        this.during = during;
        this.after = after;
        during.forEach(entity -> tables.add(plan.entity(entity).persister.getIdentifierTableName()));
    }

    /** Null if the listener wants no entity. */
    static @Nullable Watch of(RulePlan plan, RowListener listener) {
        Set<String> during = new HashSet<>();
        Set<String> after = new HashSet<>();
        for (RuledEntity entity : plan.entities()) {
            if (listener.listensDuring(entity.model)) {
                during.add(entity.entityName());
            }
            if (listener.listensAfter(entity.model)) {
                after.add(entity.entityName());
            }
        }
        return during.isEmpty() && after.isEmpty() ? null : new Watch(plan, listener, during, after);
    }

    private boolean wants(String entityName) {
        return during.contains(entityName) || after.contains(entityName);
    }

    boolean during(RowChanged<?> change) {
        return during.contains(change.model().entityName());
    }

    boolean after(RowChanged<?> change) {
        return after.contains(change.model().entityName());
    }

    void tell(RowChanged<?> change) {
        listener.changed(change);
    }

    void ended(boolean committed, Collection<RowChanged<?>> changes) {
        listener.ended(committed, changes);
    }

    /** Those tables, and those whose observers might change them, which may be any. */
    Set<String> reachedBy(Set<String> queried) {
        Set<String> reaching = new HashSet<>(queried);
        reaching.addAll(tables);
        return reaching;
    }

    /** A flush is about to write what is pending and what the rules have settled. */
    void note(EventSource session, Rows settled) {
        List<Sighting> seen = new ArrayList<>();
        Set<List<Object>> pending = new HashSet<>();
        settled.managed().forEachPending(this::wants, managed -> {
            RuledEntity entity = plan.entity(managed.persister().getEntityName());
            managed.initialize();
            pending.add(List.of(entity, managed.id()));
            Row ruled = settled.of(entity).get(managed.id());
            seen.add(new Sighting(entity, managed.id(), managed, ruled, settled.managed()));
        });
        for (RuledEntity entity : settled.entities()) {
            if (wants(entity.entityName())) {
                settled.of(entity).values().stream()
                        .filter(row -> row.fate == Fate.NOTHING && row.changed())
                        .filter(row -> !pending.contains(List.of(entity, row.id)))
                        .forEach(row -> seen.add(sighting(row, settled)));
            }
        }
        Journal journal = journals.get(session);
        if (!seen.isEmpty() && journal == null) {
            journal = open(session);
        }
        if (journal != null) {
            journal.expect(seen);
        }
    }

    private static Sighting sighting(Row row, Rows settled) {
        ManagedRow managed = row.managed != null && row.managed.initialized() ? row.managed : null;
        return new Sighting(row.entity, row.id, managed, row, settled.managed());
    }

    private Journal open(EventSource session) {
        Journal journal = new Journal(session, this);
        journals.put(session, journal);
        TransactionEnd.register(session, () -> {}, committed -> {
            journals.remove(session);
            journal.end(committed);
        });
        return journal;
    }

    void written(EventSource session) {
        Journal journal = journals.get(session);
        if (journal != null) {
            journal.written();
        }
    }
}
