package dev.quipu.rule.engine;

import dev.quipu.change.ManagedRow;
import dev.quipu.change.ManagedRow.Fate;
import dev.quipu.change.ManagedRows;
import dev.quipu.expr.ParentStates;
import dev.quipu.model.BasicAttribute;
import dev.quipu.rule.engine.RowStatements.Lock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.StaleObjectStateException;
import org.hibernate.event.spi.EventSource;
import org.jspecify.annotations.Nullable;

/** All rows that one flush concerns, each at most once, and the only way to read and lock them. */
final class Rows implements ParentStates {

    private final RulePlan plan;
    private final RowAccess access;
    private final ManagedRows managedRows;
    private final Map<RuledEntity, Map<Object, Row>> rows = new LinkedHashMap<>();

    Rows(RulePlan plan, EventSource session) {
        this.plan = plan;
        this.access = new RowAccess(session);
        this.managedRows = new ManagedRows(session);
    }

    /** Takes in every row that the application has changed in an attribute that rules read or own. */
    List<Row> collect() {
        List<Row> changed = new ArrayList<>();
        managedRows.forEachPending(plan::takesPart, managed -> {
            RuledEntity entity = plan.entity(managed.persister().getEntityName());
            if (managed.fate() != Fate.UPDATE || changesRuledAttribute(entity, managed)) {
                Row row = new Row(entity, managed.id(), managed, managed.fate());
                if (row.fate == Fate.INSERT) {
                    row.isNew(entity.underived(stateOf(entity, managed)));
                }
                of(entity).put(managed.id(), row);
                changed.add(row);
            }
        });
        return changed;
    }

    private static boolean changesRuledAttribute(RuledEntity entity, ManagedRow managed) {
        managed.initialize();
        return entity.ruled.stream().anyMatch(position -> position != entity.idPosition() && managed.changed(position));
    }

    Collection<Row> of(String entityName) {
        return of(plan.entity(entityName)).values();
    }

    Map<Object, Row> of(RuledEntity entity) {
        return rows.computeIfAbsent(entity, e -> new LinkedHashMap<>());
    }

    Collection<RuledEntity> entities() {
        return rows.keySet();
    }

    /** The row of that id, whether its state is known or not. */
    Row get(RuledEntity entity, Object id) {
        return of(entity).computeIfAbsent(id, missing -> {
            ManagedRow managed = managedRows.find(entity.persister, id);
            Fate fate = managed == null ? Fate.NOTHING : managed.fate();
            return new Row(entity, id, managed, fate == Fate.UPDATE ? Fate.NOTHING : fate);
        });
    }

    /** Locks those rows that are not locked yet, in one statement, and takes what they hold now as their base. */
    void lock(RuledEntity entity, Collection<Row> wanted, Lock lock) {
        Map<Object, Row> unlocked = new HashMap<>();
        wanted.stream().filter(row -> !row.locked()).forEach(row -> unlocked.put(row.id, row));
        if (unlocked.isEmpty()) {
            return;
        }
        access.read(entity, unlocked.keySet(), lock, (state, version) -> {
            Row row = unlocked.remove(state[entity.idPosition()]);
            if (row != null) {
                rebase(row, state, version);
            }
        });
        for (Row missing : unlocked.values()) {
            if (missing.fate == Fate.UPDATE || missing.fate == Fate.DELETE) {
                throw new StaleObjectStateException(entity.entityName(), missing.id);
            }
            missing.isMissing();
        }
    }

    private void rebase(Row row, @Nullable Object[] state, @Nullable Object version) {
        ManagedRow managed = row.managed;
        if (managed == null) {
            row.isRead(state, state.clone(), true);
            return;
        }
        boolean changed = row.fate == Fate.UPDATE || row.fate == Fate.DELETE;
        if (changed && new Outdating(this, row, managed).by(state, version)) {
            throw new StaleObjectStateException(row.entity.entityName(), row.id);
        }
        @Nullable Object[] now = state.clone();
        if (managed.initialized() && row.fate != Fate.DELETE) {
            new Rebase(row.entity, managed, managedRows).onto(state, now, row.fate == Fate.UPDATE);
        }
        row.isRead(state, row.fate == Fate.DELETE ? row.entity.removed(state) : now, true);
    }

    /** Whether this flush deletes a row of the entity of that name. */
    boolean deletes(String entity, Object id) {
        return rows.entrySet().stream()
                .filter(ofEntity -> ofEntity.getKey().name().equals(entity))
                .map(ofEntity -> ofEntity.getValue().get(id))
                .anyMatch(row -> row != null && row.fate == Fate.DELETE);
    }

    /** What the adjustment of a parent that nobody had read has left. */
    void adjusted(Row row, @Nullable Object[] before, @Nullable Object[] now) {
        if (row.managed != null && row.managed.initialized()) {
            new Rebase(row.entity, row.managed, managedRows).onto(now, now.clone(), false);
        }
        row.isRead(before, now, true);
    }

    RowAccess access() {
        return access;
    }

    ManagedRows managed() {
        return managedRows;
    }

    /** Reads those rows whose state is not known, without keeping others from changing them. */
    void fetch(RuledEntity entity, Collection<Row> wanted) {
        List<Object> unknown = new ArrayList<>();
        for (Row row : wanted) {
            if (row.known()) {
                continue;
            }
            if (row.managed != null && row.managed.initialized() && row.fate != Fate.DELETE) {
                @Nullable Object[] state = stateOf(entity, row.managed);
                row.isRead(state, state.clone(), false);
            } else {
                unknown.add(row.id);
            }
        }
        if (!unknown.isEmpty()) {
            access.read(entity, unknown, Lock.NONE, (state, version) -> {
                Row row = get(entity, Objects.requireNonNull(state[entity.idPosition()]));
                row.isRead(state, state.clone(), false);
            });
        }
    }

    @Override
    public @Nullable Object @Nullable [] of(String entityName, Object id) {
        RuledEntity entity = plan.entity(entityName);
        Row row = get(entity, id);
        if (!row.known()) {
            fetch(entity, List.of(row));
        }
        @Nullable Object[] now = row.now();
        return now == null || !entity.alive(now) ? null : now;
    }

    private @Nullable Object[] stateOf(RuledEntity entity, ManagedRow managed) {
        @Nullable Object[] state = new Object[entity.stateLength()];
        state[entity.idPosition()] = managed.id();
        entity.ruled.stream()
                .filter(position -> position != entity.idPosition())
                .forEach(position -> state[position] = valueOf(entity, position, managed.current(position)));
        return state;
    }

    private @Nullable Object valueOf(RuledEntity entity, int position, @Nullable Object current) {
        return entity.isReference(position)
                ? managedRows.idOf(current)
                : Values.fit((BasicAttribute) entity.attribute(position), current);
    }
}
