package dev.quipu.graphql.fetch;

import dev.quipu.query.RefusedInputException;
import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.Node;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import graphql.schema.DataFetchingEnvironment;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Refuses a filter in which a variable stands that got no value. By the specification the operator would vanish with it, and the
 * filter would let more rows through than was meant. A filter that is one such variable as a whole is taken as absent.
 */
final class UnsetOperands {

    private static final Set<String> FILTERS = Set.of("filter", "having");

    private UnsetOperands() {}

    /** Checks the whole operation. */
    static void refuse(DataFetchingEnvironment environment) {
        Set<String> unset = environment.getOperationDefinition().getVariableDefinitions().stream()
                .map(VariableDefinition::getName)
                .filter(name -> !environment.getVariables().containsKey(name))
                .collect(Collectors.toSet());
        if (!unset.isEmpty()) {
            search(environment.getOperationDefinition(), unset);
            environment.getFragmentsByName().values().forEach(fragment -> search(fragment, unset));
        }
    }

    private static void search(Node<?> node, Set<String> unset) {
        if (node instanceof Argument argument && FILTERS.contains(argument.getName())) {
            require(argument.getValue(), unset, argument.getName());
        } else if (node instanceof ObjectField field && FILTERS.contains(field.getName())) {
            require(field.getValue(), unset, field.getName());
        } else {
            node.getChildren().forEach(child -> search(child, unset));
        }
    }

    private static void require(Value<?> value, Set<String> unset, String place) {
        if (value instanceof ArrayValue array) {
            array.getValues().forEach(element -> require(element, unset, place));
        }
        if (!(value instanceof ObjectValue object)) {
            return;
        }
        for (ObjectField field : object.getObjectFields()) {
            String inside = place + "." + field.getName();
            if (field.getValue() instanceof VariableReference variable && unset.contains(variable.getName())) {
                throw new RefusedInputException(inside + " is $" + variable.getName()
                        + ", which has no value; give it one, or leave the operator out.");
            }
            require(field.getValue(), unset, inside);
        }
    }
}
