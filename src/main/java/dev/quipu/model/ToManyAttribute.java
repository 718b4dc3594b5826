package dev.quipu.model;

/**
 * The entities that refer to this one.
 *
 * @param target the name of the elements' entity
 * @param mappedBy the elements' attribute that refers back
 * @param persistCascades whether new elements are saved with this entity
 * @param removeCascades whether the elements are removed with this entity
 * @param orphanRemoval whether an element that leaves the collection is removed
 */
public record ToManyAttribute(
        String name,
        boolean hidden,
        String target,
        String mappedBy,
        boolean persistCascades,
        boolean removeCascades,
        boolean orphanRemoval)
        implements AttributeModel {}
