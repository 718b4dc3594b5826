package dev.quipu.model;

/** One attribute of an entity: a value of its own, a reference to one entity, or a collection of entities. */
public sealed interface AttributeModel permits BasicAttribute, ToOneAttribute, ToManyAttribute {

    /** The Java name: {@code "amountTotal"}. */
    String name();

    /** Whether the API does not show it; see {@link Hidden}. */
    boolean hidden();
}
