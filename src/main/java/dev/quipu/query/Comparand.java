package dev.quipu.query;

import dev.quipu.model.BasicAttribute;

/**
 * The two sides of a comparison.
 *
 * @param path what is compared, in HQL
 * @param attribute tells its type
 * @param operand what it is compared with, as the operator wants it
 */
record Comparand(String path, BasicAttribute attribute, Object operand, Statement statement) {

    /** The parameter that holds the operand in the attribute's type. */
    String bound() {
        return bind(Operands.convert(attribute, operand));
    }

    String bind(Object value) {
        return statement.bind(value);
    }
}
