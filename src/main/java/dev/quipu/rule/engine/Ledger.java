package dev.quipu.rule.engine;

import dev.quipu.rule.RuleStep;
import dev.quipu.rule.RuleViolationException;
import dev.quipu.rule.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What one transaction has to answer for at its end: rows whose invariants may have come to fail. */
final class Ledger {

    private record Key(RuledEntity entity, Object id) {}

    private static final class Account {
        private final Set<InvariantRule> suspects = new LinkedHashSet<>();
        private final @Nullable Object @Nullable [] before;
        private @Nullable Object[] state = {};

        Account(@Nullable Object @Nullable [] before) {
            this.before = before;
        }
    }

    private final Map<Key, Account> accounts = new LinkedHashMap<>();

    void note(Rows rows) {
        for (RuledEntity entity : rows.entities()) {
            if (!entity.invariants.isEmpty()) {
                rows.of(entity).values().stream().filter(Row::known).forEach(this::note);
            }
        }
    }

    private void note(Row row) {
        Key key = new Key(row.entity, row.id);
        @Nullable Object[] now = row.now();
        if (now == null || !row.entity.alive(now)) {
            accounts.remove(key);
            return;
        }
        List<InvariantRule> suspects = row.entity.invariants.stream()
                .filter(invariant -> touches(row, now, invariant))
                .toList();
        Account account =
                suspects.isEmpty() ? accounts.get(key) : accounts.computeIfAbsent(key, k -> new Account(row.before()));
        if (account != null) {
            account.suspects.addAll(suspects);
            account.state = now.clone();
        }
    }

    /** A restored row may have come to break an invariant while nobody judged it. */
    private static boolean touches(Row row, @Nullable Object[] now, InvariantRule invariant) {
        @Nullable Object[] before = row.before();
        return before == null
                || !row.entity.alive(before)
                || invariant.condition().reads().stream()
                        .anyMatch(path -> !Values.same(before[path.position()], now[path.position()]));
    }

    /** @throws RuleViolationException with every violation */
    void judge(@Nullable Consumer<RuleStep> listener) {
        List<Violation> violations = new ArrayList<>();
        accounts.forEach((key, account) -> {
            for (InvariantRule invariant : account.suspects) {
                Violation violation = invariant.judge(account.state);
                if (violation != null) {
                    violations.add(violation);
                }
                if (listener != null) {
                    Change change = new Change(key.entity, key.id, account.before, account.state);
                    listener.accept(Steps.judged(invariant, change, violation == null));
                }
            }
        });
        if (!violations.isEmpty()) {
            throw new RuleViolationException(violations);
        }
        accounts.clear();
    }
}
