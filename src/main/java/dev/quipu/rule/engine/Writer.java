package dev.quipu.rule.engine;

import dev.quipu.change.ManagedRow;
import dev.quipu.change.ManagedRow.Fate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes what the rules have settled. What Hibernate is about to insert or update anyway takes derived attributes with it; every
 * other row is written here, one statement an entity.
 */
final class Writer {

    private final Rows rows;

    Writer(Rows rows) {
        this.rows = rows;
    }

    void write() {
        for (RuledEntity entity : rows.entities()) {
            List<Row> left = new ArrayList<>();
            for (Row row : rows.of(entity).values()) {
                handOver(row);
                if (row.now() != null && !row.unwritten.isEmpty()) {
                    left.add(row);
                }
            }
            if (!left.isEmpty()) {
                store(entity, left);
            }
        }
    }

    /** Gives Hibernate what it can write. */
    private static void handOver(Row row) {
        @Nullable Object[] now = row.now();
        ManagedRow managed = row.managed;
        if (now == null || managed == null) {
            return;
        }
        if (row.fate == Fate.INSERT) {
            row.entity.aggregates.forEach(
                    rule -> row.unwritten.set(rule.target().position()));
            row.entity.locals.forEach(rule -> row.unwritten.set(rule.target().position()));
        }
        BitSet handed = (BitSet) row.unwritten.clone();
        if (row.fate == Fate.UPDATE) {
            row.entity.aggregates.stream()
                    .filter(rule -> rule.kind().additive())
                    .forEach(rule -> handed.clear(rule.target().position()));
        }
        if (row.fate == Fate.INSERT || row.fate == Fate.UPDATE) {
            handed.stream().forEach(position -> managed.write(position, now[position]));
            row.unwritten.andNot(handed);
        }
    }

    private void store(RuledEntity entity, List<Row> left) {
        BitSet positions = new BitSet();
        left.forEach(row -> positions.or(row.unwritten));
        RowStatements statements = entity.statements();
        List<@Nullable String[]> arrays = new ArrayList<>();
        arrays.add(RowAccess.texts(
                statements.id(), left.stream().map(row -> row.id).toList()));
        positions.stream().forEach(position -> {
            List<@Nullable Object> values = new ArrayList<>();
            left.forEach(row -> values.add(Objects.requireNonNull(row.now())[position]));
            arrays.add(RowAccess.texts(statements.column(position), values));
        });
        rows.access().store(entity, positions, arrays);
        left.forEach(Writer::refresh);
    }

    private static void refresh(Row row) {
        ManagedRow managed = row.managed;
        @Nullable Object[] now = row.now();
        if (managed != null && now != null && managed.initialized()) {
            row.unwritten.stream().forEach(position -> managed.refresh(position, now[position]));
        }
        row.unwritten.clear();
    }
}
