package dev.quipu.rule.engine;

import dev.quipu.model.BasicAttribute;
import dev.quipu.rule.RuleViolationException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is still to be done in a run, by stage; the earliest stage with work comes first. */
final class Agenda {

    /** Far above what a run needs, which is a step for each level of a tree; only rows that are their own ancestors get here. */
    private static final int MOST_STEPS = 10_000;

    private final List<Stage> stages;
    private final Map<Stage, Set<Row>> due = new IdentityHashMap<>();
    private final Map<Stage, Map<Row, Map<AggregateRule, Adjustment>>> adjustments = new IdentityHashMap<>();
    private final Set<Stage> awake = Collections.newSetFromMap(new IdentityHashMap<>());
    private int steps;
    private @Nullable Row latest;

    Agenda(List<Stage> stages) {
        this.stages = stages;
    }

    /** The row is to be looked at in every stage of its entity. */
    void add(Row row) {
        latest = row;
        for (Stage stage : stages) {
            if (stage.entity() == row.entity) {
                due.computeIfAbsent(stage, s -> new LinkedHashSet<>()).add(row);
            }
        }
    }

    /** The row is to be looked at in the stages of its entity that come after this one. */
    void addAfter(Stage done, Row row) {
        for (Stage stage : stages.subList(stages.indexOf(done) + 1, stages.size())) {
            if (stage.entity() == row.entity) {
                due.computeIfAbsent(stage, s -> new LinkedHashSet<>()).add(row);
            }
        }
    }

    /** A parent that rows of this stage read live may have changed. */
    void wake(LiveReader reader) {
        for (Stage stage : stages) {
            if (stage.locals().contains(reader.rule())) {
                awake.add(stage);
            }
        }
    }

    Adjustment adjustment(AggregateRule rule, Row parent) {
        Stage stage = stages.stream()
                .filter(candidate -> candidate.aggregates().contains(rule))
                .findFirst()
                .orElseThrow();
        return adjustments
                .computeIfAbsent(stage, s -> new LinkedHashMap<>())
                .computeIfAbsent(parent, p -> new LinkedHashMap<>())
                .computeIfAbsent(rule, Adjustment::new);
    }

    /** The earliest stage with work, null if all is done. */
    @Nullable
    Stage next() {
        for (Stage stage : stages) {
            if (awake.contains(stage) || due.containsKey(stage) || adjustments.containsKey(stage)) {
                if (++steps > MOST_STEPS) {
                    throw unsettled(stage);
                }
                return stage;
            }
        }
        return null;
    }

    private RuleViolationException unsettled(Stage stage) {
        Row row = due
                .getOrDefault(stage, adjustments.getOrDefault(stage, Map.of()).keySet())
                .stream()
                .findFirst()
                .orElse(Objects.requireNonNull(latest, "work begins with a row"));
        BasicAttribute target = stage.aggregates().isEmpty()
                ? stage.locals().get(0).target()
                : stage.aggregates().get(0).target();
        return NoValue.of(
                row,
                target,
                "after " + MOST_STEPS + " steps it still changes. " + row.entity.name() + " " + row.id
                        + " seems to be its own ancestor");
    }

    Set<Row> takeDue(Stage stage) {
        awake.remove(stage);
        Set<Row> taken = due.remove(stage);
        return taken == null ? new LinkedHashSet<>() : taken;
    }

    Map<Row, Map<AggregateRule, Adjustment>> takeAdjustments(Stage stage) {
        var taken = adjustments.remove(stage);
        return taken == null ? new LinkedHashMap<>() : taken;
    }
}
