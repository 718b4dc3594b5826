package dev.quipu.rule.engine;

import dev.quipu.change.ManagedRow.Fate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.hibernate.event.spi.EventSource;
import org.hibernate.query.QueryFlushMode;

/**
 * The children that count for an aggregate, read anew: those stored come from the database, but for those that this flush changes,
 * which are judged from memory. The parents are locked, so the answer stays true.
 */
final class Children {

    private final EventSource session;
    private final Rows rows;

    Children(EventSource session, Rows rows) {
        this.session = session;
        this.rows = rows;
    }

    /**
     * Reads them, in one statement; none for parents that are new.
     *
     * @param aggregated what to select for each parent, after its id; the child is {@code c}
     * @param stored takes a row of the statement
     * @param pending takes a parent's id and the value of a child in memory, if it has one
     */
    void read(
            AggregateRule rule,
            Collection<Object> parentIds,
            String aggregated,
            Consumer<Object[]> stored,
            BiConsumer<Object, Object> pending) {
        List<Row> known =
                rows.of(rule.child()).values().stream().filter(Row::known).toList();
        List<Object> old = parentIds.stream()
                .filter(id -> rows.get(rule.parent(), id).fate != Fate.INSERT)
                .toList();
        if (!old.isEmpty()) {
            query(rule, old, aggregated, known).forEach(stored);
        }
        for (Row child : known) {
            Object parentId = rule.parentOf(child.now());
            if (parentId != null && parentIds.contains(parentId)) {
                Object value = rule.contributionOf(Objects.requireNonNull(child.now()));
                if (value != null) {
                    pending.accept(parentId, value);
                }
            }
        }
    }

    private List<Object[]> query(
            AggregateRule rule, Collection<Object> parentIds, String aggregated, List<Row> pending) {
        String parent = "c." + rule.reference().name() + ".id";
        String hql =
                "select " + parent + ", " + aggregated + " from " + rule.child().entityName() + " c where "
                        + parent + " in :parents"
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
