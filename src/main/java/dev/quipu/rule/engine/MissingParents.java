package dev.quipu.rule.engine;

import dev.quipu.change.ManagedRow;
import dev.quipu.change.ManagedRow.Fate;
import dev.quipu.model.BasicAttribute;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.hibernate.event.spi.EventSource;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/**
 * Inserts the parents that children come to and that do not exist, where a rule asks for it. This comes before all locks of a flush,
 * entity by entity and in the order of the ids, so that transactions that insert the same parents wait for each other and no more:
 * the first inserts them, the others count for the same rows.
 */
final class MissingParents {

    private final RulePlan plan;
    private final EventSource session;
    private final Rows rows;

    MissingParents(RulePlan plan, EventSource session, Rows rows) {
        this.plan = plan;
        this.session = session;
        this.rows = rows;
    }

    /** The rows that were not there; they are new to the rules, and stand in the database as their class initialises them. */
    List<Row> insert(Collection<Row> children) {
        Map<ParentInsertion, Map<Object, Row>> wanted = new TreeMap<>(Comparator.comparing(
                (ParentInsertion insertion) -> insertion.parent().name()));
        for (Row child : children) {
            for (ParentInsertion insertion : child.entity.insertions) {
                Object id = comesTo(child, insertion);
                Row parent = id == null ? null : rows.get(insertion.parent(), id);
                if (parent != null && !isHere(parent)) {
                    wanted.computeIfAbsent(insertion, i -> new LinkedHashMap<>())
                            .put(parent.id, parent);
                }
            }
        }
        List<Row> inserted = new ArrayList<>();
        wanted.forEach((insertion, parents) -> inserted.addAll(insert(insertion, parents)));
        return inserted;
    }

    private @Nullable Object comesTo(Row child, ParentInsertion insertion) {
        ManagedRow managed = Objects.requireNonNull(child.managed);
        int position = insertion.reference().position();
        boolean comes = child.fate == Fate.INSERT || (child.fate == Fate.UPDATE && managed.changed(position));
        return comes ? rows.managed().idOf(managed.current(position)) : null;
    }

    /** The session has it, or is about to insert or delete it. */
    private static boolean isHere(Row parent) {
        return parent.fate != Fate.NOTHING || (parent.managed != null && parent.managed.initialized());
    }

    private List<Row> insert(ParentInsertion insertion, Map<Object, Row> parents) {
        RuledEntity entity = insertion.parent();
        Map<Object, @Nullable Object[]> states = new LinkedHashMap<>();
        parents.keySet().forEach(id -> states.put(id, initialState(entity, id)));
        List<@Nullable String[]> arrays = new ArrayList<>();
        for (Column column : insertion.columns()) {
            List<@Nullable Object> values = new ArrayList<>();
            states.values().forEach(state -> values.add(state[column.position()]));
            arrays.add(RowAccess.texts(column, values));
        }
        List<Row> inserted = new ArrayList<>();
        for (Object id : rows.access().insert(entity, insertion.columns(), arrays)) {
            Row row = Objects.requireNonNull(parents.get(id));
            row.isNew(Objects.requireNonNull(states.get(id)));
            inserted.add(row);
        }
        return inserted;
    }

    private @Nullable Object[] initialState(RuledEntity entity, Object id) {
        EntityPersister persister = entity.persister;
        Object instance = persister.instantiate(id, session);
        @Nullable Object[] state = new Object[entity.stateLength()];
        entity.model
                .basics()
                .filter(attribute -> attribute.position() >= 0)
                .forEach(attribute -> state[attribute.position()] =
                        Values.fit(attribute, persister.getValue(instance, attribute.position())));
        state[entity.idPosition()] = id;
        BasicAttribute version = entity.model.version();
        if (version != null && state[version.position()] == null) {
            state[version.position()] = persister.getVersionJavaType().seed(null, null, null, session);
        }
        derive(entity, entity.underived(state));
        return state;
    }

    /** A column that is derived may have to be filled at once; a stage looks at it again when the sums are known. */
    private void derive(RuledEntity entity, @Nullable Object[] state) {
        for (Stage stage : plan.stages()) {
            if (stage.entity() == entity) {
                stage.locals()
                        .forEach(rule -> state[rule.target().position()] =
                                Values.fit(rule.target(), rule.expression().evaluate(state, rows)));
            }
        }
    }
}
