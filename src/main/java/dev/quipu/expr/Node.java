package dev.quipu.expr;

import org.jspecify.annotations.Nullable;

/** A compiled part of an expression. Predicates give true, false or null for unknown. */
@FunctionalInterface
interface Node {

    @Nullable
    Object value(@Nullable Object[] state, ParentStates parents);
}
