package dev.quipu.rule.engine;

import dev.quipu.rule.RuleViolationException;
import dev.quipu.rule.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one transaction has to answer for at its end: rows whose invariants may have come to fail. */
final class Ledger {

    private record Key(RuledEntity entity, Object id) {}

    private static final class Account {
        private final Set<InvariantRule> suspects = new LinkedHashSet<>();
        private @Nullable Object[] state = {};
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
        Account account = suspects.isEmpty() ? accounts.get(key) : accounts.computeIfAbsent(key, k -> new Account());
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
    void judge() {
        List<Violation> violations = new ArrayList<>();
        accounts.values().forEach(account -> account.suspects.stream()
                .map(invariant -> invariant.judge(account.state))
                .filter(Objects::nonNull)
                .forEach(violations::add));
        if (!violations.isEmpty()) {
            throw new RuleViolationException(violations);
        }
        accounts.clear();
    }
}
