package dev.quipu.rule.engine;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Computes expressions and copies. */
final class Locals {

    private final Rows rows;
    private final @Nullable Steps steps;

    Locals(Rows rows, @Nullable Steps steps) {
        this.rows = rows;
        this.steps = steps;
    }

    void compute(Stage stage, Collection<Row> touched) {
        for (Row row : touched) {
            @Nullable Object[] now = row.now();
            // a deleted row is computed when it is restored
            if (now == null || !row.entity.alive(now)) {
                continue;
            }
            for (LocalRule rule : stage.locals()) {
                if (rule.isDue(row.before(), now)) {
                    compute(rule, row, now);
                }
            }
        }
    }

    private void compute(LocalRule rule, Row row, @Nullable Object[] now) {
        int position = rule.target().position();
        Object present = now[position];
        if (row.set(position, value(rule, row, now)) && steps != null) {
            steps.computed(row, rule, present);
        }
    }

    private @Nullable Object value(LocalRule rule, Row row, @Nullable Object[] now) {
        try {
            return Values.fit(rule.target(), rule.expression().evaluate(now, rows));
        } catch (ArithmeticException problem) {
            throw NoValue.of(row, rule.target(), String.valueOf(problem.getMessage()));
        }
    }
}
