package dev.quipu.mutation;

import dev.quipu.model.BasicAttribute;
import dev.quipu.model.EntityModel;
import dev.quipu.mutation.AttributeWrite.Value;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lets a row take a unique value that another row of the same operation has given up. */
final class KeyChanges {

    private final Attempt attempt;
    private final RowState state;

    KeyChanges(Attempt attempt, RowState state) {
        this.attempt = attempt;
        this.state = state;
    }

    /**
     * Flushes if it must be; called before anything of the row is changed.
     *
     * @param row null for a new one
     */
    void before(@Nullable Object row, RowWrite write) {
        EntityModel entity = write.entity();
        List<BasicAttribute> written = UniqueKeys.attributes(entity)
                .filter(attribute -> write.attributes().get(attribute.name()) instanceof Value)
                .toList();
        boolean taking = written.stream()
                .anyMatch(attribute -> attempt.givenUp().contains(entity, attribute.name(), value(write, attribute)));
        giveUp(row, write, written); // before the flush, so that its failure can tell what comes too late
        if (taking) {
            attempt.flush();
            giveUp(row, write, written);
        }
    }

    private void giveUp(@Nullable Object row, RowWrite write, List<BasicAttribute> written) {
        if (row == null) {
            return;
        }
        for (BasicAttribute attribute : written) {
            Object before = state.get(write.entity(), row, attribute.name());
            if (!Objects.equals(before, value(write, attribute))) {
                attempt.givenUp().add(write.entity(), attribute, before);
            }
        }
    }

    private static @Nullable Object value(RowWrite write, BasicAttribute attribute) {
        return write.attributes().get(attribute.name()) instanceof Value plain ? plain.value() : null;
    }
}
