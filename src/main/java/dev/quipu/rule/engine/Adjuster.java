package dev.quipu.rule.engine;

import dev.quipu.change.ManagedRow.Fate;
import dev.quipu.rule.ParentMissingException;
import dev.quipu.rule.engine.RowStatements.Lock;
import java.math.BigDecimal;
import java.util.ArrayList;
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

    Adjuster(Rows rows, Extremes extremes) {
        this.rows = rows;
        this.extremes = extremes;
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
        Map<AggregateRule, List<Row>> lost = new HashMap<>();
        adjustments.forEach((row, byRule) -> byRule.forEach((rule, adjustment) -> {
            if (!adjustSeen(row, rule, adjustment)) {
                lost.computeIfAbsent(rule, r -> new ArrayList<>()).add(row);
            }
        }));
        lost.forEach((rule, parents) -> {
            Map<Object, Object> found =
                    extremes.find(rule, parents.stream().map(row -> row.id).toList());
            parents.forEach(row -> row.set(rule.target().position(), found.get(row.id)));
        });
    }

    /** False if the extreme has left and nothing that came takes its place. */
    private static boolean adjustSeen(Row row, AggregateRule rule, Adjustment adjustment) {
        int position = rule.target().position();
        Object present = Objects.requireNonNull(row.now())[position];
        if (rule.kind().additive()) {
            row.set(position, sum(row, rule, Values.decimal(present).add(adjustment.difference())));
            return true;
        }
        Object best = adjustment.best();
        boolean replaced = best != null && (present == null || !Extremes.beyond(rule, present, best));
        if (!replaced && row.fate != Fate.INSERT && adjustment.lost(present)) {
            return false;
        }
        row.set(position, replaced ? best : present);
        return true;
    }

    private static @Nullable Object sum(Row row, AggregateRule rule, BigDecimal value) {
        try {
            return Values.fit(rule.target(), value);
        } catch (ArithmeticException problem) {
            throw OutOfRange.of(row, rule.target(), problem);
        }
    }
}
