package dev.quipu.rule.tool;

/**
 * A row against an invariant. No recomputation mends it: somebody has to decide which of its values to change.
 *
 * @param entity the JPA name of the row's entity
 * @param message the invariant's message, filled in
 */
public record BrokenInvariant(String rule, String entity, Object id, String message) implements Finding {

    @Override
    public String toString() {
        return rule + " of " + entity + " " + id + ": " + message;
    }
}
