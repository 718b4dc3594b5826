package dev.quipu.rule.engine;

import dev.quipu.change.ManagedRow.Fate;
import dev.quipu.rule.ParentMissingException;
import dev.quipu.rule.engine.AggregateRule.Kind;
import dev.quipu.rule.engine.RowStatements.Lock;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings a stage's rows under lock and its aggregates up to date. Parents that nobody else needs get their differences in the same
 * round trip that locks them; all others are locked and read first, in one statement with the changed rows of the type.
 */
final class Adjuster {

    private final Rows rows;
    private final Extremes extremes;
    private final Averages averages;
    private final @Nullable Steps steps;

    Adjuster(Rows rows, Children children, @Nullable Steps steps) {
        this.rows = rows;
        this.extremes = new Extremes(children);
        this.averages = new Averages(children);
        this.steps = steps;
    }

    void lockAndAdjust(Stage stage, Collection<Row> due, Map<Row, Map<AggregateRule, Adjustment>> adjustments) {
        Set<Row> toLock = new LinkedHashSet<>(due);
        adjustments.forEach((row, byRule) -> {
            if (row.locked() || !canAddUnseen(stage, byRule)) {
                toLock.add(row);
            }
        });
        toLock.removeIf(Row::locked);
        if (!toLock.isEmpty()) {
            toLock.addAll(adjustments.keySet());
            rows.lock(stage.entity(), toLock, Lock.UPDATE);
        }
        Map<Row, Map<AggregateRule, Adjustment>> seen = new LinkedHashMap<>(adjustments);
        if (toLock.isEmpty()) {
            seen.keySet().removeIf(row -> !row.locked());
            addUnseen(stage, adjustments);
        }
        adjustments.forEach(Adjuster::requireThere);
        adjustSeen(seen);
    }

    private void addUnseen(Stage stage, Map<Row, Map<AggregateRule, Adjustment>> adjustments) {
        Map<Row, Map<AggregateRule, Adjustment>> unseen = new LinkedHashMap<>(adjustments);
        unseen.keySet().removeIf(Row::locked);
        if (!unseen.isEmpty()) {
            new UnseenAdjustment(rows, stage.entity()).add(unseen);
        }
        if (steps != null) {
            unseen.forEach(steps::adjustedUnseen);
        }
    }

    /** Whether differences can be added without reading the row first: nothing in the row is computed from the result. */
    private static boolean canAddUnseen(Stage stage, Map<AggregateRule, Adjustment> byRule) {
        return byRule.entrySet().stream()
                .allMatch(entry -> entry.getValue().isIncremental()
                        && stage.locals().stream()
                                .noneMatch(local -> local.reads(entry.getKey().target())));
    }

    private static void requireThere(Row row, Map<AggregateRule, Adjustment> byRule) {
        byRule.forEach((rule, adjustment) -> {
            @Nullable Object[] now = row.now();
            if (now == null || (adjustment.attaches() && !row.entity.alive(now))) {
                throw new ParentMissingException(
                        rule.child().name(), rule.reference().name(), row.entity.name(), row.id);
            }
        });
    }

    private void adjustSeen(Map<Row, Map<AggregateRule, Adjustment>> adjustments) {
        Map<AggregateRule, Map<Row, Adjustment>> anew = new HashMap<>();
        adjustments.forEach((row, byRule) -> byRule.forEach((rule, adjustment) -> {
            if (!adjustSeen(row, rule, adjustment)) {
                anew.computeIfAbsent(rule, r -> new LinkedHashMap<>()).put(row, adjustment);
            }
        }));
        anew.forEach((rule, parents) -> {
            List<Object> ids = parents.keySet().stream().map(row -> row.id).toList();
            Map<Object, Object> found =
                    rule.kind() == Kind.AVERAGE ? averages.find(rule, ids) : extremes.find(rule, ids);
            parents.forEach(
                    (row, adjustment) -> set(row, rule, adjustment, Values.fit(rule.target(), found.get(row.id))));
        });
    }

    /** False if the value must be found anew: an average, or an extreme that has left when nothing that came takes its place. */
    private boolean adjustSeen(Row row, AggregateRule rule, Adjustment adjustment) {
        Object present = Objects.requireNonNull(row.now())[rule.target().position()];
        if (rule.kind().additive()) {
            set(row, rule, adjustment, sum(row, rule, present, adjustment.difference()));
            return true;
        }
        if (rule.kind() == Kind.AVERAGE) {
            return false;
        }
        Object best = adjustment.best();
        boolean replaced = best != null && (present == null || !Extremes.beyond(rule, present, best));
        if (!replaced && row.fate != Fate.INSERT && adjustment.lost(present)) {
            return false;
        }
        set(row, rule, adjustment, replaced ? best : present);
        return true;
    }

    private void set(Row row, AggregateRule rule, Adjustment adjustment, @Nullable Object value) {
        int position = rule.target().position();
        Object present = Objects.requireNonNull(row.now())[position];
        if (row.set(position, value) && steps != null) {
            steps.adjusted(row, rule, present, adjustment);
        }
    }

    private static @Nullable Object sum(Row row, AggregateRule rule, @Nullable Object present, BigDecimal difference) {
        try {
            return Values.fit(rule.target(), Values.decimal(present).add(difference));
        } catch (ArithmeticException problem) {
            throw NoValue.of(row, rule.target(), String.valueOf(problem.getMessage()));
        }
    }
}
