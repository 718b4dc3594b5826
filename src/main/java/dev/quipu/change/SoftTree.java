package dev.quipu.change;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.hibernate.Session;
import org.hibernate.persister.entity.EntityPersister;

/** A row of a soft-deletable entity and the rows that its cascades reach, several levels down. */
final class SoftTree {

    /** Some rows of one table, all equally far from the root. */
    private record Level(SoftTable table, List<?> ids) {}

    private final Map<SoftTable, Set<Object>> rows = new LinkedHashMap<>();

    /** The deleted row, and what fell with it: that has the same time of deletion. */
    static SoftTree fallen(Session session, EntityPersister entity, Object id) {
        SoftTable table = new SoftTable(entity);
        String deleted = " is not null";
        String together = " = (select r." + table.deletedAt() + " from " + table.name() + " r where r." + table.id()
                + " = :root)";
        return new SoftTree().grow(session, table, id, deleted, together);
    }

    /** The row, deleted or not, and everything that its cascades reach, deleted or not. */
    static SoftTree whole(Session session, EntityPersister entity, Object id) {
        return new SoftTree().grow(session, new SoftTable(entity), id, "", "");
    }

    /** The rows by their tables, the root's first; none if the root is not there. */
    Map<SoftTable, Set<Object>> rows() {
        return rows;
    }

    private SoftTree grow(Session session, SoftTable root, Object id, String ofRoot, String ofOthers) {
        Queue<Level> open = new ArrayDeque<>();
        open.add(new Level(
                root, root.ids(session, "c." + root.id() + " = :root" + and(root, ofRoot), Map.of("root", id))));
        for (Level level = open.poll(); level != null; level = open.poll()) {
            List<Object> added = added(level);
            for (Cascade cascade : added.isEmpty()
                    ? List.<Cascade>of()
                    : Cascade.from(level.table().persister())) {
                SoftTable table = new SoftTable(cascade.target());
                Map<String, Object> parameters = new HashMap<>(Map.of("sources", added));
                if (!ofOthers.isEmpty()) {
                    parameters.put("root", id);
                }
                open.add(new Level(table, table.ids(session, cascade.reached() + and(table, ofOthers), parameters)));
            }
        }
        return this;
    }

    private static String and(SoftTable table, String condition) {
        return condition.isEmpty() ? "" : " and c." + table.deletedAt() + condition;
    }

    private List<Object> added(Level level) {
        if (level.ids().isEmpty()) {
            return List.of();
        }
        Set<Object> known = rows.computeIfAbsent(level.table(), table -> new LinkedHashSet<>());
        List<Object> added = new ArrayList<>(level.ids());
        added.removeIf(id -> !known.add(id));
        return added;
    }
}
