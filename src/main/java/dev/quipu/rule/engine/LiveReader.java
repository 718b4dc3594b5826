package dev.quipu.rule.engine;

import dev.quipu.expr.PropertyPath.Reference;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A live expression of a child that reads an attribute of a parent.
 *
 * @param rule the child's expression
 * @param references from the child to the parent: order, or order and customer
 * @param position the attribute of the parent
 */
record LiveReader(LocalRule rule, List<Reference> references, int position) {

    RuledEntity child() {
        return rule.entity();
    }

    /** {@code "order"} or {@code "order.customer"}. */
    String path() {
        return references.stream().map(Reference::name).collect(Collectors.joining("."));
    }
}
