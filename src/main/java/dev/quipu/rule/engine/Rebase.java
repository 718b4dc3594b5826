package dev.quipu.rule.engine;

import dev.quipu.change.ManagedRow;
import dev.quipu.change.ManagedRows;
import dev.quipu.model.BasicAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Puts a managed instance, read some time ago, onto what its row holds now: what the application has not changed follows the row,
 * what it has changed stays.
 */
record Rebase(RuledEntity entity, ManagedRow managed, ManagedRows managedRows) {

    void onto(@Nullable Object[] row, @Nullable Object[] now, boolean changedByApplication) {
        entity.ruled.stream()
                .filter(position -> position != entity.idPosition())
                .forEach(position -> {
                    if (changedByApplication && managed.changed(position)) {
                        now[position] = applicationValue(position);
                        rebase(position, row[position]);
                    } else if (!Values.same(stored(position), row[position])) {
                        follow(position, row[position]);
                    }
                });
    }

    private @Nullable Object applicationValue(int position) {
        Object current = managed.current(position);
        return entity.isReference(position)
                ? managedRows.idOf(current)
                : Values.fit((BasicAttribute) entity.attribute(position), current);
    }

    private @Nullable Object stored(int position) {
        Object current = managed.current(position);
        return entity.isReference(position) ? managedRows.idOf(current) : current;
    }

    private void rebase(int position, @Nullable Object value) {
        managed.rebase(position, entity.isReference(position) ? managed.reference(position, value) : value);
    }

    private void follow(int position, @Nullable Object value) {
        managed.refresh(position, entity.isReference(position) ? managed.reference(position, value) : value);
    }
}
