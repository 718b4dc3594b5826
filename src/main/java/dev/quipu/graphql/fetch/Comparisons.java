package dev.quipu.graphql.fetch;

import dev.quipu.model.BasicAttribute;
import dev.quipu.query.Between;
import dev.quipu.query.Operands;
import dev.quipu.query.Operator;
import dev.quipu.query.ValueKind;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reads the operators and operands that a filter has for one attribute.
 *
 * @param id whether the attribute is an id, which the API writes as text
 */
record Comparisons(BasicAttribute attribute, boolean id) {

    Operator operator(String name) {
        return Operator.named(name, Objects.requireNonNull(ValueKind.of(attribute)));
    }

    /** The operand in the attribute's type, and as the operator wants it. */
    Object operand(String name, Object value) {
        return switch (operator(name)) {
            case IN, NOT_IN -> ((List<?>) value).stream().map(this::value).toList();
            case BETWEEN, NOT_BETWEEN -> {
                Map<?, ?> range = (Map<?, ?>) value;
                yield new Between(value(bound(range, "lower")), value(bound(range, "upper")));
            }
            case IS_NULL -> value;
            default -> value(value);
        };
    }

    private static Object bound(Map<?, ?> range, String name) {
        return Objects.requireNonNull(range.get(name), "the schema wants both bounds");
    }

    private Object value(Object value) {
        return id ? Operands.id(attribute, (String) value) : value;
    }
}
