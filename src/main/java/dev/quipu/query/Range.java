package dev.quipu.query;

import dev.quipu.model.EntityModel;

/**
 * An entity's rows under a name, as a FROM clause has them. All rows that a statement ranges over come from
 * {@link Statement#range}: the one place where what a viewer may not see will be left out.
 *
 * @param source {@code "Order"}, or {@code "e1.items"} for those that belong to a row of another range
 */
record Range(EntityModel entity, String source, String alias) {

    String path(String attribute) {
        return alias + "." + attribute;
    }

    String from() {
        return " from " + source + " " + alias;
    }
}
