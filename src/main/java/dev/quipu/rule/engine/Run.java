package dev.quipu.rule.engine;

import dev.quipu.change.ManagedRow.Fate;
import dev.quipu.rule.RuleStep;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.hibernate.event.spi.EventSource;
import org.jspecify.annotations.Nullable;

/** Settles what one flush changes; the numbered steps stand in the package's description. */
final class Run {

    private final Rows rows;
    private final Agenda agenda;
    private final MissingParents missingParents;
    private final LiveParents liveParents;
    private final Adjuster adjuster;
    private final Locals locals;
    private final Propagation propagation;

    Run(RulePlan plan, EventSource session, @Nullable Consumer<RuleStep> listener) {
        rows = new Rows(plan, session);
        Steps steps = listener == null ? null : new Steps(plan, rows, listener);
        agenda = new Agenda(plan.stages());
        missingParents = new MissingParents(plan, session, rows);
        liveParents = new LiveParents(plan, session, rows);
        adjuster = new Adjuster(rows, new Children(session, rows), steps);
        locals = new Locals(rows, steps);
        propagation = new Propagation(rows, agenda, steps);
    }

    /** Every row that the flush concerns, settled and written but for what Hibernate will write. */
    Rows settle() {
        List<Row> changed = rows.collect();
        Assignments.refuse(changed);
        changed.addAll(missingParents.insert(changed));
        changed.forEach(this::enter);
        for (Stage stage = agenda.next(); stage != null; stage = agenda.next()) {
            settle(stage);
        }
        new Writer(rows).write();
        return rows;
    }

    private void enter(Row row) {
        agenda.add(row);
        if (row.fate == Fate.UPDATE) {
            row.entity.readers.forEach(agenda::wake);
        }
    }

    private void settle(Stage stage) {
        Set<Row> due = agenda.takeDue(stage);
        Map<Row, Map<AggregateRule, Adjustment>> adjustments = agenda.takeAdjustments(stage);
        adjustments.values().forEach(ofRow -> ofRow.values().removeIf(Adjustment::isZero));
        adjustments
                .entrySet()
                .removeIf(ofRow -> ofRow.getValue().isEmpty() || ofRow.getKey().vanishes());

        Set<Row> touched = new LinkedHashSet<>(due);
        touched.addAll(adjustments.keySet());
        liveParents.lockBefore(stage.entity(), touched);
        liveParents.lock(stage, due);
        Set<Row> readers = liveParents.readersOfChanged(stage);
        liveParents.lockBefore(stage.entity(), readers);
        due.addAll(readers);
        touched.addAll(readers);
        adjuster.lockAndAdjust(stage, due, adjustments);
        liveParents.lock(stage, touched);
        locals.compute(stage, touched);
        finish(stage, touched, adjustments.keySet());
    }

    private void finish(Stage stage, Collection<Row> touched, Set<Row> adjusted) {
        for (Row row : touched) {
            propagation.spread(row);
            if (adjusted.contains(row) || row.fate == Fate.NOTHING) {
                agenda.addAfter(stage, row);
            }
        }
    }
}
