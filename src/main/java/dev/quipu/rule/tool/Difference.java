package dev.quipu.rule.tool;

import org.jspecify.annotations.Nullable;

/**
 * A stored value that is not what its rule gives.
 *
 * @param entity the JPA name of the row's entity
 * @param stored the value as it is in the database
 * @param recomputed the value as it should be, from the stored values that the rule reads
 */
public record Difference(
        String rule,
        String entity,
        Object id,
        @Nullable Object stored,
        @Nullable Object recomputed) implements Finding {

    @Override
    public String toString() {
        return rule + " of " + entity + " " + id + " is " + stored + ", should be " + recomputed;
    }
}
