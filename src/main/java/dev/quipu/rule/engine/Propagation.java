package dev.quipu.rule.engine;

import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Carries a row's change on: its old contribution out of its old parent, its new one into its new parent, and its readers told. */
final class Propagation {

    private final Rows rows;
    private final Agenda agenda;
    private final @Nullable Steps steps;

    Propagation(Rows rows, Agenda agenda, @Nullable Steps steps) {
        this.rows = rows;
        this.agenda = agenda;
        this.steps = steps;
    }

    void spread(Row row) {
        if (!row.known()) {
            return;
        }
        row.entity.contributions.forEach(rule -> contribute(rule, row));
        row.count();
        row.entity.readers.stream().filter(row::hasNewsFor).forEach(agenda::wake);
    }

    private void contribute(AggregateRule rule, Row row) {
        @Nullable Object[] counted = row.counted();
        @Nullable Object[] now = row.now();
        if (now != null && comes(rule, counted, now)) {
            agenda.adjustment(rule, rows.get(rule.parent(), Objects.requireNonNull(now[position(rule)])))
                    .attach();
        }
        Object oldParent = rule.parentOf(counted);
        Object newParent = rule.parentOf(now);
        Object oldValue = oldParent == null || counted == null ? null : rule.contributionOf(counted);
        Object newValue = newParent == null || now == null ? null : rule.contributionOf(now);
        if (Values.same(oldParent, newParent) && Values.same(oldValue, newValue)) {
            return;
        }
        if (oldParent != null) {
            adjust(rule, oldParent, row, adjustment -> adjustment.subtract(oldValue));
        }
        if (newParent != null) {
            adjust(rule, newParent, row, adjustment -> adjustment.add(newValue));
        }
    }

    private void adjust(AggregateRule rule, Object parentId, Row child, Consumer<Adjustment> change) {
        Row parent = rows.get(rule.parent(), parentId);
        Adjustment adjustment = agenda.adjustment(rule, parent);
        if (steps != null) {
            steps.causes(adjustment, child);
        }
        try {
            change.accept(adjustment);
        } catch (ArithmeticException problem) {
            throw NoValue.of(parent, rule.target(), String.valueOf(problem.getMessage()));
        }
    }

    /** Whether the row is new to a parent that may lie deleted, be it that it counts for nothing there. */
    private static boolean comes(AggregateRule rule, @Nullable Object @Nullable [] counted, @Nullable Object[] now) {
        return rule.parent().model.softDeletable()
                && now[position(rule)] != null
                && rule.child().alive(now)
                && (counted == null
                        || !rule.child().alive(counted)
                        || !Values.same(counted[position(rule)], now[position(rule)]));
    }

    private static int position(AggregateRule rule) {
        return rule.reference().position();
    }
}
