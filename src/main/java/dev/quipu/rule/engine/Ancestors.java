package dev.quipu.rule.engine;

import dev.quipu.change.ManagedRow.Fate;
import dev.quipu.expr.PropertyPath;
import dev.quipu.expr.PropertyPath.Reference;
import dev.quipu.rule.engine.RowStatements.Lock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Locks the parents that rows read live before the rows themselves are locked, the farthest first: whoever changes such a parent comes
 * down the same way. A row's references are looked up without a lock for that; where one turns out to have changed when the row is
 * locked, {@link LiveParents} locks the other parent late.
 */
final class Ancestors {

    private final RulePlan plan;
    private final Rows rows;

    Ancestors(RulePlan plan, Rows rows) {
        this.plan = plan;
        this.rows = rows;
    }

    /** Locks what any rule of that entity reads live above those rows, in whatever stage it stands. */
    void lock(RuledEntity entity, Collection<Row> children) {
        if (children.isEmpty()) {
            return;
        }
        for (LocalRule rule : entity.locals) {
            if (!rule.isCopy()) {
                rule.expression().reads().stream()
                        .filter(path -> !path.own())
                        .map(PropertyPath::references)
                        .forEach(references -> lock(entity, references, children));
            }
        }
    }

    private void lock(RuledEntity entity, List<Reference> references, Collection<Row> children) {
        List<Set<Row>> levels = new ArrayList<>();
        Collection<Row> level = children;
        RuledEntity levelEntity = entity;
        for (Reference reference : references) {
            fetchUnknown(levelEntity, level);
            levelEntity = plan.entity(reference.target());
            Set<Row> parents = new LinkedHashSet<>();
            for (Row row : level) {
                Object id = referredBy(row, reference);
                if (id != null) {
                    parents.add(rows.get(levelEntity, id));
                }
            }
            levels.add(parents);
            level = parents;
        }
        for (int i = references.size() - 1; i >= 0; i--) {
            RuledEntity parent = plan.entity(references.get(i).target());
            lockParents(parent, levels.get(i));
        }
    }

    private void fetchUnknown(RuledEntity entity, Collection<Row> level) {
        rows.fetch(
                entity,
                level.stream()
                        .filter(row -> row.managed == null || !row.managed.initialized())
                        .toList());
    }

    /** Locks those parents, and in the same statement the others of their entity that this flush changes. */
    void lockParents(RuledEntity parent, Set<Row> parents) {
        rows.of(parent).values().stream().filter(row -> row.fate == Fate.UPDATE).forEach(parents::add);
        rows.lock(parent, parents, lockFor(parent, parents));
    }

    /** A shared lock cannot grow into an exclusive one without the risk of a deadlock, so who will be adjusted is locked for it. */
    private static Lock lockFor(RuledEntity parent, Set<Row> parents) {
        boolean written = !parent.aggregates.isEmpty() || parents.stream().anyMatch(row -> row.fate == Fate.UPDATE);
        return written ? Lock.UPDATE : Lock.SHARE;
    }

    /** The id of the parent that a row refers to, as far as that is known; null for a row that is deleted. */
    @Nullable
    Object referredBy(Row row, Reference reference) {
        @Nullable Object[] now = row.now();
        if (now != null) {
            return now[reference.position()];
        }
        return row.managed == null || row.fate == Fate.DELETE
                ? null
                : rows.managed().idOf(row.managed.current(reference.position()));
    }
}
