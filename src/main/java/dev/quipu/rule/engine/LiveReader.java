package dev.quipu.rule.engine;

/**
 * A live expression of a child that reads an attribute of a parent.
 *
 * @param rule the child's expression
 * @param path the references from the child to the parent: {@code "order"} or {@code "order.customer"}
 * @param position the attribute of the parent
 */
record LiveReader(LocalRule rule, String path, int position) {

    RuledEntity child() {
        return rule.entity();
    }
}
