package dev.quipu.query;

import dev.quipu.model.EntityModel;
import dev.quipu.model.ToManyAttribute;

/** What the elements of a row's collection come to. {@code element} is their entity. */
public record ElementMeasure(ToManyAttribute collection, EntityModel element, Measure measure) {

    /** {@code "items.sum(amount)"}. */
    @Override
    public String toString() {
        return collection.name() + "." + measure;
    }
}
