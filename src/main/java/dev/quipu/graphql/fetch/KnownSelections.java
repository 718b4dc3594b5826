package dev.quipu.graphql.fetch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.Node;
import graphql.language.VariableReference;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What fields select, for the next request with the same text. SmallRye keeps parsed documents, so the same text comes as the same
 * nodes; they are the keys, and what is known of them goes with them. Selections that depend on variables are read anew each time.
 *
 * @param <T> what is made of a selection; immutable
 */
final class KnownSelections<T> {

    private final Cache<Field, Optional<T>> known =
            Caffeine.newBuilder().weakKeys().maximumSize(10_000).build();

    /** What the field of that environment selects, as it was read before or is read now. */
    T of(DataFetchingEnvironment environment, Supplier<T> reading) {
        List<Field> nodes = environment.getMergedField().getFields();
        if (nodes.size() > 1) {
            return reading.get();
        }
        Field field = nodes.get(0);
        Optional<T> before = known.getIfPresent(field);
        if (before != null && before.isPresent()) {
            return before.get();
        }
        T read = reading.get();
        if (before == null) {
            boolean varies = varies(field.getSelectionSet(), environment.getFragmentsByName());
            known.put(field, varies ? Optional.empty() : Optional.of(read));
        }
        return read;
    }

    private static boolean varies(Node<?> node, Map<String, FragmentDefinition> fragments) {
        if (node instanceof VariableReference) {
            return true;
        }
        if (node instanceof FragmentSpread spread
                && varies(Objects.requireNonNull(fragments.get(spread.getName())), fragments)) {
            return true;
        }
        return node.getChildren().stream().anyMatch(child -> varies(child, fragments));
    }
}
