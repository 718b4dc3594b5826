package dev.quipu.graphql.limit;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Field;
import graphql.language.IntValue;
import graphql.language.Selection;
import graphql.language.Value;
import graphql.language.VariableReference;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the few arguments that say how much is asked for. */
final class ArgumentReader {

    private final Map<String, Object> variables;

    ArgumentReader(Map<String, Object> variables) {
        this.variables = variables;
    }

    /** Whether neither {@code @skip} nor {@code @include} leaves it out. */
    boolean isIncluded(Selection<?> selection) {
        if (selection instanceof DirectivesContainer<?> container) {
            for (Directive directive : container.getDirectives()) {
                String name = directive.getName();
                boolean skip = name.equals("skip");
                if ((skip || name.equals("include"))
                        && Boolean.valueOf(skip).equals(value(directive.getArgument("if")))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The size of the page that a field asks for. */
    double page(Field field, int otherwise) {
        for (Argument argument : field.getArguments()) {
            if ((argument.getName().equals("first") || argument.getName().equals("last"))
                    && value(argument) instanceof Number size) {
                return Math.max(size.doubleValue(), 0);
            }
        }
        return otherwise;
    }

    /** The size of the longest list that a field is given. */
    double listed(Field field, int otherwise) {
        double longest = -1;
        for (Argument argument : field.getArguments()) {
            if (value(argument) instanceof Collection<?> list) {
                longest = Math.max(longest, list.size());
            }
        }
        return longest < 0 ? otherwise : longest;
    }

    private @Nullable Object value(@Nullable Argument argument) {
        Value<?> value = argument == null ? null : argument.getValue();
        if (value instanceof VariableReference variable) {
            return variables.get(variable.getName());
        }
        if (value instanceof IntValue number) {
            return number.getValue();
        }
        if (value instanceof BooleanValue truth) {
            return truth.isValue();
        }
        return value instanceof ArrayValue list ? list.getValues() : null;
    }
}
