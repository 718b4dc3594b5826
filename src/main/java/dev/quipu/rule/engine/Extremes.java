package dev.quipu.rule.engine;

import dev.quipu.rule.engine.AggregateRule.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hibernate.event.spi.EventSource;
import org.hibernate.query.QueryFlushMode;
import org.jspecify.annotations.Nullable;

/** Finds the smallest or largest value anew when the stored one has left; the parents are locked, so the answer stays true. */
final class Extremes {

    private final EventSource session;
    private final Rows rows;

    Extremes(EventSource session, Rows rows) {
        this.session = session;
        this.rows = rows;
    }

    /** Whether the first value takes the place of the second as the extreme. */
    @SuppressWarnings("unchecked")
    static boolean beyond(AggregateRule rule, Object value, Object extreme) {
        int order = ((Comparable<Object>) value).compareTo(extreme);
        return rule.kind() == Kind.MAX ? order > 0 : order < 0;
    }

    /** The extreme of each of those parents: from the database, but for the children that this flush changes, from memory. */
    Map<Object, Object> find(AggregateRule rule, Collection<Object> parentIds) {
        Map<Object, Object> extremes = new HashMap<>();
        List<Row> pending =
                rows.of(rule.child()).values().stream().filter(Row::known).toList();
        for (Object[] found : query(rule, parentIds, pending)) {
            include(rule, extremes, found[0], found[1]);
        }
        for (Row child : pending) {
            Object parentId = rule.parentOf(child.now());
            if (parentId != null && parentIds.contains(parentId)) {
                include(rule, extremes, parentId, rule.contributionOf(Objects.requireNonNull(child.now())));
            }
        }
        return extremes;
    }

    private static void include(
            AggregateRule rule, Map<Object, Object> extremes, Object parentId, @Nullable Object value) {
        if (value != null) {
            extremes.merge(parentId, value, (old, added) -> beyond(rule, added, old) ? added : old);
        }
    }

    private List<Object[]> query(AggregateRule rule, Collection<Object> parentIds, List<Row> pending) {
        String parent = "c." + rule.reference().name() + ".id";
        String value = "c." + Objects.requireNonNull(rule.value()).name();
        String hql = "select " + parent + ", " + (rule.kind() == Kind.MAX ? "max(" : "min(") + value + ") from "
                + rule.child().entityName() + " c where " + parent + " in :parents"
                + (rule.where() == null ? "" : " and (" + rule.where().text() + ")")
                + (pending.isEmpty() ? "" : " and c.id not in :pending") + " group by " + parent;
        var query = session.createSelectionQuery(hql, Object[].class)
                .setQueryFlushMode(QueryFlushMode.NO_FLUSH)
                .setParameterList("parents", parentIds);
        if (!pending.isEmpty()) {
            query.setParameterList(
                    "pending",
                    new ArrayList<>(pending.stream().map(row -> row.id).toList()));
        }
        return query.getResultList();
    }
}
