package dev.quipu.model;

import org.jspecify.annotations.Nullable;

/** One attribute of an entity: a value of its own, a reference to one entity, or a collection of entities. */
public sealed interface AttributeModel permits BasicAttribute, ToOneAttribute, ToManyAttribute {

    /** The Java name: {@code "amountTotal"}. */
    String name();

    /** Whether the API does not show it; see {@link Hidden}. */
    boolean hidden();

    /** How it is stamped, if it is. */
    default @Nullable Stamp stamp() {
        return null;
    }

    /** Whether it is stamped: nothing else assigns it. */
    default boolean stamped() {
        return stamp() != null;
    }
}
