package dev.quipu.graphql.limit;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.Field;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts the conditions of an operation: every name in a filter, attribute, operator or {@code and}, wherever the filter comes from.
 * Each is a part of the statement, which the database plans anew.
 */
final class Conditions {

    private static final Set<String> FILTERS = Set.of("filter", "having");

    private final Map<String, Object> variables;
    private final int max;
    private int counted;

    Conditions(Map<String, Object> variables, int max) {
        this.variables = variables;
        this.max = max;
    }

    /** Counts those in the field's arguments. */
    void count(Field field) {
        for (Argument argument : field.getArguments()) {
            literal(argument.getValue(), FILTERS.contains(argument.getName()));
        }
    }

    private void literal(Value<?> value, boolean filter) {
        if (value instanceof ArrayValue list) {
            list.getValues().forEach(element -> literal(element, filter));
        } else if (value instanceof ObjectValue object) {
            for (ObjectField field : object.getObjectFields()) {
                literal(field.getValue(), named(field.getName(), filter));
            }
        } else if (value instanceof VariableReference variable) {
            given(variables.get(variable.getName()), filter);
        }
    }

    private void given(@Nullable Object value, boolean filter) {
        if (value instanceof Collection<?> list) {
            list.forEach(element -> given(element, filter));
        } else if (value instanceof Map<?, ?> object) {
            object.forEach((name, inside) -> given(inside, named((String) name, filter)));
        }
    }

    /** Whether what stands under the name belongs to a filter. */
    private boolean named(String name, boolean filter) {
        if (filter && ++counted > max) {
            throw new TooMuchException(
                    "The filters of the request have more than " + max
                            + " parts; for many values of one attribute use in.",
                    "conditions");
        }
        return filter || FILTERS.contains(name);
    }
}
