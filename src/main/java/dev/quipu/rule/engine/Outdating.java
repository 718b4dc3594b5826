package dev.quipu.rule.engine;

import dev.quipu.change.ManagedRow;
import dev.quipu.change.ManagedRow.Fate;
import dev.quipu.model.BasicAttribute;
import dev.quipu.model.ToOneAttribute;
import org.jspecify.annotations.Nullable;

/** Whether others have changed a row since the application read it, so that it must not be changed or deleted unseen. */
record Outdating(Rows rows, Row row, ManagedRow managed) {

    /** Whether that is so if the row now holds this state and version. */
    boolean by(@Nullable Object[] state, @Nullable Object version) {
        return !Values.same(managed.version(), version) || seenAlive() != row.entity.alive(state) || hasLeft(state);
    }

    private boolean seenAlive() {
        BasicAttribute deletedAt = row.entity.model.deletedAt();
        return deletedAt == null || managed.loaded(deletedAt.position()) == null;
    }

    /** A row that goes with its parent must still be that parent's: somebody may have taken it to another. */
    private boolean hasLeft(@Nullable Object[] state) {
        return row.fate == Fate.DELETE
                && row.entity.ruled.stream()
                        .filter(row.entity::isReference)
                        .anyMatch(position -> hasLeft(position, state[position]));
    }

    private boolean hasLeft(int position, @Nullable Object parent) {
        Object seen = rows.managed().idOf(managed.loaded(position));
        return seen != null
                && !Values.same(seen, parent)
                && rows.deletes(((ToOneAttribute) row.entity.attribute(position)).target(), seen);
    }
}
