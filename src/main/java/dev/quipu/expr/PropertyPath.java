package dev.quipu.expr;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An attribute that an expression reads: one of its own entity, or one of a parent reached through references.
 *
 * @param references the references on the way, none for an attribute of the entity itself
 * @param attribute the attribute's name
 * @param position where its entity's state holds it
 */
public record PropertyPath(List<Reference> references, String attribute, int position) {

    /**
     * One step to a parent.
     *
     * @param name the to-one attribute
     * @param position where its entity's state holds the parent's id
     * @param target the parent's entity name
     */
    public record Reference(String name, int position, String target) {}

    public PropertyPath {
        references = List.copyOf(references);
    }

    /** Whether it is an attribute of the expression's own entity. */
    public boolean own() {
        return references.isEmpty();
    }

    /** As it is written: {@code "order.shippedOn"}. */
    @Override
    public String toString() {
        return references.stream().map(reference -> reference.name() + ".").collect(Collectors.joining()) + attribute;
    }
}
