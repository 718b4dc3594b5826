package dev.quipu.rule.engine;

import dev.quipu.change.FlushRules;
import dev.quipu.change.RowTrace;
import dev.quipu.change.TransactionEnd;
import dev.quipu.rule.RuleStep;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import org.hibernate.event.spi.EventSource;
import org.jspecify.annotations.Nullable;

/** Runs the rules at each flush, and judges the invariants at the end of each transaction. */
final class RuleEngine implements FlushRules {

    private final RulePlan plan;
    private final Listeners listeners = new Listeners();
    /** Weak, since a session that is closed before its transaction ends does not say when that is. */
    private final Map<EventSource, Ledger> ledgers = Collections.synchronizedMap(new WeakHashMap<>());

    private final Map<EventSource, Trace> traces = Collections.synchronizedMap(new WeakHashMap<>());
    private volatile @Nullable Watch watch;

    RuleEngine(RulePlan plan) {
        this.plan = plan;
    }

    @Override
    public void settle(EventSource session) {
        Rows settled = new Run(plan, session, listeners.of(session)).settle();
        if (!settled.entities().isEmpty()) {
            ledgers.computeIfAbsent(session, this::open).note(settled);
        }
        if (watch != null) {
            watch.note(session, settled);
        }
        Trace trace = traces.isEmpty() ? null : traces.get(session);
        if (trace != null) {
            trace.note(settled);
        }
    }

    /** From now on tells that listener; of entities that it does not want, nothing is noted. */
    void listen(RowListener listener) {
        watch = Watch.of(plan, listener);
    }

    @Override
    public void written(EventSource session) {
        if (watch != null) {
            watch.written(session);
        }
    }

    private Ledger open(EventSource session) {
        Ledger ledger = new Ledger();
        TransactionEnd.register(
                session, () -> ledger.judge(listeners.of(session)), committed -> ledgers.remove(session));
        return ledger;
    }

    @Override
    public void judge(EventSource session) {
        Ledger ledger = ledgers.get(session);
        if (ledger != null) {
            ledger.judge(listeners.of(session));
        }
    }

    @Override
    public Runnable explain(EventSource session, Consumer<RuleStep> listener) {
        return listeners.add(session, listener);
    }

    @Override
    public RowTrace trace(EventSource session) {
        Trace trace = new Trace(traces.values());
        if (traces.putIfAbsent(session, trace) != null) {
            throw new IllegalStateException("the session is traced already; close the other trace first");
        }
        return trace;
    }

    @Override
    public boolean readsParents(String entityName) {
        return plan.entity(entityName).readsParents();
    }

    @Override
    public void lockParents(EventSource session, String entityName, Collection<?> ids) {
        Rows rows = new Rows(plan, session);
        RuledEntity entity = plan.entity(entityName);
        new Ancestors(plan, rows)
                .lock(entity, ids.stream().map(id -> rows.get(entity, id)).toList());
    }

    @Override
    public int lockPosition(String entityName) {
        return plan.lockPosition(entityName);
    }

    @Override
    public Set<String> feeding(Set<String> tables) {
        return plan.feeding(watch == null ? tables : watch.reachedBy(tables));
    }

    @Override
    public boolean ruled(String table) {
        return plan.ruled(table);
    }

    @Override
    public boolean isVersion(String table, String column) {
        return plan.isVersion(table, column);
    }

    @Override
    public BitSet ruledPositions(String entityName) {
        return plan.entity(entityName).ruled;
    }

    @Override
    public BitSet derivedPositions(String entityName) {
        return plan.entity(entityName).derivedPositions();
    }
}
