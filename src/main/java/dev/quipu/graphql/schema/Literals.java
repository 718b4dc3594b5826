package dev.quipu.graphql.schema;

import graphql.execution.CoercedVariables;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.EnumValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values written in a query, as the plain Java values that the same text would give as a variable. */
final class Literals {

    private Literals() {}

    @SuppressWarnings("NullAway") // the root of a scalar's literal is never null
    static Object value(Value<?> literal, CoercedVariables variables) {
        return nullable(literal, variables);
    }

    private static @Nullable Object nullable(Value<?> literal, CoercedVariables variables) {
        if (literal instanceof StringValue text) {
            return text.getValue();
        }
        if (literal instanceof IntValue number) {
            return number.getValue();
        }
        if (literal instanceof FloatValue number) {
            return number.getValue();
        }
        if (literal instanceof BooleanValue truth) {
            return truth.isValue();
        }
        if (literal instanceof EnumValue name) {
            return name.getName();
        }
        if (literal instanceof VariableReference variable) {
            return variables.get(variable.getName());
        }
        if (literal instanceof ArrayValue array) {
            List<@Nullable Object> elements = new ArrayList<>();
            array.getValues().forEach(element -> elements.add(nullable(element, variables)));
            return elements;
        }
        if (literal instanceof ObjectValue object) {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            for (ObjectField field : object.getObjectFields()) {
                fields.put(field.getName(), nullable(field.getValue(), variables));
            }
            return fields;
        }
        return null;
    }
}
