package dev.quipu.rule.engine;

import dev.quipu.change.FlushRules;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.engine.spi.TransactionCompletionCallbacks.AfterCompletionCallback;
import org.hibernate.engine.spi.TransactionCompletionCallbacks.BeforeCompletionCallback;
import org.hibernate.event.spi.EventSource;

/** Runs the rules at each flush, and judges the invariants at the end of each transaction. */
final class RuleEngine implements FlushRules {

    private final RulePlan plan;
    private final Map<SharedSessionContractImplementor, Ledger> ledgers = new ConcurrentHashMap<>();

    RuleEngine(RulePlan plan) {
        this.plan = plan;
    }

    @Override
    public void settle(EventSource session) {
        Rows settled = new Run(plan, session).settle();
        if (!settled.entities().isEmpty()) {
            ledgers.computeIfAbsent(session, this::open).note(settled);
        }
    }

    private Ledger open(SharedSessionContractImplementor session) {
        var actions = ((EventSource) session).getActionQueue();
        actions.registerCallback((BeforeCompletionCallback) this::judge);
        actions.registerCallback((AfterCompletionCallback) (success, finished) -> ledgers.remove(finished));
        return new Ledger();
    }

    private void judge(SharedSessionContractImplementor session) {
        Ledger ledger = ledgers.get(session);
        if (ledger != null) {
            ledger.judge();
        }
    }

    @Override
    public void judge(EventSource session) {
        judge((SharedSessionContractImplementor) session);
    }

    @Override
    public Set<String> feeding(Set<String> tables) {
        return plan.feeding(tables);
    }
}
