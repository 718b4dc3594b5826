package dev.quipu.rule.tool;

import dev.quipu.rule.engine.DerivedStore;
import dev.quipu.rule.engine.RulePlan;
import dev.quipu.rule.engine.Stage;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.query.QueryFlushMode;
import org.jspecify.annotations.Nullable;

/**
 * Mends stored derived values that are not what their rules give: after statements that bypassed the rules, or changes made from
 * elsewhere. Writers may go on meanwhile. Versions do not advance; invariants and copies are left as they are.
 *
 * <p>Stage after stage, in the order of evaluation:
 *
 * <ol>
 *   <li>Find the rows that differ, without locks. A writer at work adds differences to what is stored, right or wrong; so none comes
 *       to differ that did not, and none is missed.
 *   <li>Batch by batch, each in a transaction of its own: lock the rows in the order of their ids, as a flush does; then recompute in
 *       a new statement, which sees everything that those who held the locks have committed; write what still differs.
 *   <li>Repeat until none differs: rows that are computed from rows of the same entity take as many rounds as these are deep.
 * </ol>
 *
 * <pre>{@code long mended = repair.repair().total();}</pre>
 */
@Singleton
public final class RuleRepair {

    /** Writers wait for a batch. */
    private static final int BATCH = 500;

    private static final int MOST_IDS = 100_000;

    private final RulePlan plan;
    private final OwnTransaction transaction;

    public RuleRepair(SessionFactory sessionFactory) {
        plan = RulePlan.of(sessionFactory);
        transaction = new OwnTransaction(sessionFactory);
    }

    /**
     * Mends all that differs. What is mended stays so if a later batch fails.
     *
     * @throws IllegalStateException if the caller is in a transaction, or if what is mended does not stay so
     */
    public RepairReport repair() {
        Map<String, Mended> mended = new LinkedHashMap<>();
        for (Stage stage : plan.stages()) {
            repair(stage, Recomputation.of(stage), mended);
        }
        return new RepairReport(mended.values().stream().map(Mended::findings).toList());
    }

    private void repair(Stage stage, List<Recomputation> recomputations, Map<String, Mended> mended) {
        List<Object> before = List.of();
        for (List<Object> ids = find(recomputations); !ids.isEmpty(); ids = find(recomputations)) {
            if (ids.equals(before)) {
                throw new IllegalStateException("RULE-202 " + stage.entity().name() + " " + ids.get(0) + " and "
                        + (ids.size() - 1) + " others differ again once they are mended. "
                        + (Recomputation.isRecursive(stage)
                                ? "Look for rows that are their own ancestors."
                                : "Somebody changes them behind the rules meanwhile: let that end, and repair again."));
            }
            for (int start = 0; start < ids.size(); start += BATCH) {
                List<Object> batch = ids.subList(start, Math.min(start + BATCH, ids.size()));
                transaction
                        .<List<Difference>>call(session -> repair(session, stage, recomputations, batch))
                        .forEach(difference -> mended.computeIfAbsent(difference.rule(), Mended::new)
                                .add(difference));
            }
            before = ids;
        }
    }

    private List<Object> find(List<Recomputation> recomputations) {
        return transaction.call(session -> {
            Set<Object> ids = new LinkedHashSet<>();
            for (Recomputation recomputation : recomputations) {
                ids.addAll(session.createSelectionQuery(recomputation.ids(), Object.class)
                        .setQueryFlushMode(QueryFlushMode.NO_FLUSH)
                        .setMaxResults(MOST_IDS)
                        .getResultList());
            }
            return List.copyOf(ids);
        });
    }

    private static List<Difference> repair(
            Session session, Stage stage, List<Recomputation> recomputations, List<Object> ids) {
        DerivedStore store = new DerivedStore(session);
        store.lock(stage.entity(), ids);
        List<Difference> mended = new ArrayList<>();
        for (Recomputation recomputation : recomputations) {
            Map<Object, @Nullable Object> right = new LinkedHashMap<>();
            session.createSelectionQuery(recomputation.differencesAmong(), Object[].class)
                    .setQueryFlushMode(QueryFlushMode.NO_FLUSH)
                    .setParameterList("ids", ids)
                    .getResultList()
                    .forEach(row -> {
                        right.put(row[0], row[2]);
                        mended.add(new Difference(
                                recomputation.rule(), recomputation.entity().name(), row[0], row[1], row[2]));
                    });
            if (!right.isEmpty()) {
                store.write(recomputation.entity(), recomputation.target(), right);
            }
        }
        return mended;
    }

    /** What was mended of one rule. */
    private static final class Mended {

        private final String rule;
        private final List<Difference> shown = new ArrayList<>();
        private long total;

        Mended(String rule) {
            this.rule = rule;
        }

        void add(Difference difference) {
            total++;
            if (shown.size() < RuleVerification.SHOWN) {
                shown.add(difference);
            }
        }

        Findings findings() {
            return new Findings(rule, total, shown);
        }
    }
}
