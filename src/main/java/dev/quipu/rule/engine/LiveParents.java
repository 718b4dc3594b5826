package dev.quipu.rule.engine;

import dev.quipu.change.ManagedRow.Fate;
import dev.quipu.expr.PropertyPath;
import dev.quipu.expr.PropertyPath.Reference;
import dev.quipu.rule.ParentMissingException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.StaleObjectStateException;
import org.hibernate.event.spi.EventSource;
import org.hibernate.query.QueryFlushMode;
import org.jspecify.annotations.Nullable;

/**
 * Parents and the children that read them live. Parents are locked before their children, whoever starts, so that a child that
 * comes while its parent changes either sees the change or is seen by it.
 */
final class LiveParents {

    private final RulePlan plan;
    private final EventSource session;
    private final Rows rows;
    private final Ancestors ancestors;

    LiveParents(RulePlan plan, EventSource session, Rows rows) {
        this.plan = plan;
        this.session = session;
        this.rows = rows;
        this.ancestors = new Ancestors(plan, rows);
    }

    /** Locks what those rows read live, before they are locked themselves. */
    void lockBefore(RuledEntity entity, Collection<Row> children) {
        ancestors.lock(entity, children);
    }

    /** Locks the parents that those children read, and the changed parents that any child of this stage reads. */
    void lock(Stage stage, Collection<Row> children) {
        for (LocalRule rule : stage.locals()) {
            for (PropertyPath path : rule.expression().reads()) {
                if (!path.own()) {
                    walk(rule, path, children);
                }
            }
        }
    }

    private void walk(LocalRule rule, PropertyPath path, Collection<Row> children) {
        Collection<Row> level = children;
        for (Reference reference : path.references()) {
            RuledEntity parent = plan.entity(reference.target());
            Set<Row> parents = new LinkedHashSet<>();
            for (Row row : level) {
                Object id = rule.isCopy() && !isDue(rule, row) ? null : ancestors.referredBy(row, reference);
                if (id != null) {
                    parents.add(rows.get(parent, id));
                }
            }
            if (rule.isCopy()) {
                rows.fetch(parent, parents);
            } else {
                ancestors.lockParents(parent, parents);
            }
            level.forEach(child -> requireParent(child, reference, parent, parents));
            level = parents;
        }
    }

    /** Without its parent a child would get a null, and the database would blame the attribute instead of the reference. */
    private void requireParent(Row child, Reference reference, RuledEntity entity, Set<Row> parents) {
        Object id = ancestors.referredBy(child, reference);
        Row parent = id == null ? null : rows.get(entity, id);
        if (parent == null || !parents.contains(parent)) {
            return;
        }
        if (parent.vanishes() && stays(child)) {
            throw new ParentMissingException(child.entity.name(), reference.name(), entity.name(), parent.id);
        }
        boolean gone = !parent.known() && parent.fate != Fate.DELETE;
        boolean wasThere =
                child.fate == Fate.UPDATE && child.managed != null && !child.managed.changed(reference.position());
        if (gone && wasThere) {
            // it was deleted with its parent, and nobody has sent the reference
            throw new StaleObjectStateException(child.entity.entityName(), child.id);
        }
        if (gone || (isDeleted(parent) && comes(child, reference))) {
            throw new ParentMissingException(child.entity.name(), reference.name(), entity.name(), parent.id);
        }
    }

    private static boolean stays(Row row) {
        @Nullable Object[] now = row.now();
        return row.fate != Fate.DELETE && now != null && row.entity.alive(now);
    }

    private static boolean isDeleted(Row row) {
        @Nullable Object[] now = row.now();
        return now != null && !row.entity.alive(now);
    }

    private static boolean comes(Row child, Reference reference) {
        @Nullable Object[] before = child.before();
        @Nullable Object[] now = child.now();
        return now != null
                && child.entity.alive(now)
                && (before == null
                        || !child.entity.alive(before)
                        || !Values.same(before[reference.position()], now[reference.position()]));
    }

    private static boolean isDue(LocalRule rule, Row row) {
        @Nullable Object[] now = row.now();
        if (now != null) {
            return rule.isDue(row.before(), now);
        }
        return row.fate == Fate.UPDATE && row.managed != null && row.managed.changed(rule.copiedThrough());
    }

    /** The children whose parents have changed in what they read: those stored, and those that this flush brings to them. */
    Set<Row> readersOfChanged(Stage stage) {
        Set<Row> readers = new LinkedHashSet<>();
        for (RuledEntity parent : plan.entities()) {
            for (LiveReader reader : parent.readers) {
                if (stage.locals().contains(reader.rule())) {
                    List<Row> changed = rows.of(parent).values().stream()
                            .filter(row -> row.announce(reader))
                            .toList();
                    stored(reader, changed).forEach(id -> readers.add(rows.get(stage.entity(), id)));
                    readers.addAll(pending(reader, changed));
                }
            }
        }
        readers.removeIf(row -> row.fate == Fate.DELETE);
        return readers;
    }

    /** The ids, in order. */
    private List<?> stored(LiveReader reader, List<Row> parents) {
        List<Object> ids = parents.stream()
                .filter(parent -> parent.before() != null)
                .map(parent -> parent.id)
                .toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        String hql = "select c.id from " + reader.child().entityName() + " c where c." + reader.path()
                + ".id in :parents order by c.id";
        return session.createSelectionQuery(hql, Object.class)
                .setQueryFlushMode(QueryFlushMode.NO_FLUSH)
                .setParameterList("parents", ids)
                .getResultList();
    }

    private List<Row> pending(LiveReader reader, List<Row> parents) {
        if (parents.isEmpty()) {
            return List.of();
        }
        Set<Row> changed = Set.copyOf(parents);
        List<Row> children = new ArrayList<>(rows.of(reader.child()).values());
        children.removeIf(child -> {
            Row parent = parent(child, reader.references());
            return parent == null || !changed.contains(parent);
        });
        return children;
    }

    private @Nullable Row parent(Row child, List<Reference> references) {
        Row row = child;
        for (Reference reference : references) {
            @Nullable Object[] now = row.now();
            Object id = now == null ? null : now[reference.position()];
            if (id == null) {
                return null;
            }
            row = rows.get(plan.entity(reference.target()), id);
        }
        return row;
    }
}
