package dev.quipu.rule;

import org.jspecify.annotations.Nullable;

/**
 * What happened to a row that a rule reads, compared with the state at the beginning of the flush (for an invariant, of the
 * transaction).
 *
 * @param entity the JPA name of the row's entity
 * @param id the row's id
 * @param attribute the attribute that changed; null if the row was inserted, deleted or restored
 * @param event what happened, in words that follow the row's name: {@code "amount 24.00 → 36.00"}, {@code "inserted"}; without the
 *     values of a hidden attribute
 */
public record RuleCause(String entity, Object id, @Nullable String attribute, String event) {

    boolean isOfSameRow(@Nullable RuleCause other) {
        return other != null && other.entity.equals(entity) && other.id.equals(id);
    }
}
