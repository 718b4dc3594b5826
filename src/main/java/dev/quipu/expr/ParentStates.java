package dev.quipu.expr;

import org.jspecify.annotations.Nullable;

/** Gives an expression the state of the parents that it reads. */
@FunctionalInterface
public interface ParentStates {

    /** For expressions that read no parent. */
    ParentStates NONE = (entityName, id) -> {
        throw new IllegalStateException("this expression reads no parent, yet asked for " + entityName + " " + id);
    };

    /** The state of the entity of that name and id, laid out as {@link StateLayout} says; null if there is no such row. */
    @Nullable
    Object @Nullable [] of(String entityName, Object id);
}
