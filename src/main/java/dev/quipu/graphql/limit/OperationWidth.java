package dev.quipu.graphql.limit;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts root fields and aliases of an operation as they will be answered: what is selected of one object at several places of the
 * document counts together. It walks through all fields, so {@code DocumentShape} must have bounded them before.
 */
final class OperationWidth {

    private final Limits limits;
    private final Map<String, FragmentDefinition> fragments = new HashMap<>();
    private final Map<String, Set<String>> aliases = new HashMap<>();
    private final Set<String> rootFields = new HashSet<>();
    private boolean introspects;

    private OperationWidth(Document document, Limits limits) {
        this.limits = limits;
        document.getDefinitionsOfType(FragmentDefinition.class)
                .forEach(fragment -> fragments.put(fragment.getName(), fragment));
    }

    /**
     * Refuses an operation that is too wide.
     *
     * @return whether it asks for the schema
     * @throws TooMuchException if it is too wide
     */
    static boolean check(OperationDefinition operation, Document document, Limits limits) {
        OperationWidth width = new OperationWidth(document, limits);
        width.walk(operation.getSelectionSet(), "");
        TooMuchException.require(width.rootFields.size(), limits.rootFields(), "root fields", "root-fields");
        return width.introspects;
    }

    private void walk(@Nullable SelectionSet selections, String place) {
        if (selections == null) {
            return;
        }
        for (Selection<?> selection : selections.getSelections()) {
            if (selection instanceof Field field) {
                walk(field, place);
            } else if (selection instanceof InlineFragment fragment) {
                walk(fragment.getSelectionSet(), place);
            } else if (selection instanceof FragmentSpread spread && fragments.containsKey(spread.getName())) {
                walk(fragments.get(spread.getName()).getSelectionSet(), place);
            }
        }
    }

    private void walk(Field field, String place) {
        String here = place + "." + field.getResultKey();
        if (place.isEmpty()) {
            rootFields.add(here);
            introspects |= Introspection.isEntry(field);
        }
        Set<String> keys = aliases.computeIfAbsent(place + ":" + field.getName(), name -> new HashSet<>());
        keys.add(field.getResultKey());
        if (keys.size() > limits.aliases()) {
            throw new TooMuchException(
                    "The request selects " + (place + "." + field.getName()).substring(1) + " under more than "
                            + limits.aliases() + " aliases.",
                    "aliases");
        }
        walk(field.getSelectionSet(), here);
    }
}
