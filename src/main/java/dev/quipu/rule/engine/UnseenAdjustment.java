package dev.quipu.rule.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Adds differences to rows that have not been read: one round trip locks, adds, and returns what rules read. */
final class UnseenAdjustment {

    private final Rows rows;
    private final RuledEntity entity;

    UnseenAdjustment(Rows rows, RuledEntity entity) {
        this.rows = rows;
        this.entity = entity;
    }

    void add(Map<Row, Map<AggregateRule, Adjustment>> adjustments) {
        List<AggregateRule> rules = rules(adjustments);
        Map<Object, Row> byId = new HashMap<>();
        adjustments.keySet().forEach(row -> byId.put(row.id, row));
        rows.access().adjust(entity, rules, arrays(rules, adjustments), (now, old) -> {
            @Nullable Object[] before = now.clone();
            for (int i = 0; i < rules.size(); i++) {
                before[rules.get(i).target().position()] = old[i];
            }
            Row row = Objects.requireNonNull(byId.remove(now[entity.idPosition()]));
            rows.adjusted(row, before, now);
        });
        byId.values().forEach(Row::isMissing);
    }

    /** In the order of their declaration, so that the statement's text is the same whatever came first. */
    private List<AggregateRule> rules(Map<Row, Map<AggregateRule, Adjustment>> adjustments) {
        Set<AggregateRule> used = new LinkedHashSet<>();
        adjustments.values().forEach(byRule -> used.addAll(byRule.keySet()));
        return entity.aggregates.stream().filter(used::contains).toList();
    }

    private List<@Nullable String[]> arrays(
            List<AggregateRule> rules, Map<Row, Map<AggregateRule, Adjustment>> adjustments) {
        RowStatements statements = entity.statements();
        @Nullable
        String[] ids = RowAccess.texts(
                statements.id(),
                adjustments.keySet().stream().map(row -> row.id).toList());
        List<@Nullable String[]> arrays = new ArrayList<>(List.of(ids, ids));
        for (AggregateRule rule : rules) {
            List<@Nullable Object> values = new ArrayList<>();
            adjustments.forEach((row, byRule) -> values.add(value(row, rule, byRule.get(rule))));
            arrays.add(RowAccess.texts(statements.column(rule.target().position()), values));
        }
        return Collections.unmodifiableList(arrays);
    }

    private static @Nullable Object value(Row row, AggregateRule rule, @Nullable Adjustment adjustment) {
        if (!rule.kind().additive()) {
            return adjustment == null ? null : adjustment.best();
        }
        try {
            return Values.fit(rule.target(), adjustment == null ? 0 : adjustment.difference());
        } catch (ArithmeticException problem) {
            throw NoValue.of(row, rule.target(), String.valueOf(problem.getMessage()));
        }
    }
}
