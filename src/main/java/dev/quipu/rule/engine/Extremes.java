package dev.quipu.rule.engine;

import dev.quipu.rule.engine.AggregateRule.Kind;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds the smallest or largest value anew when the stored one has left. */
final class Extremes {

    private final Children children;

    Extremes(Children children) {
        this.children = children;
    }

    /** Whether the first value takes the place of the second as the extreme. */
    @SuppressWarnings("unchecked")
    static boolean beyond(AggregateRule rule, Object value, Object extreme) {
        int order = ((Comparable<Object>) value).compareTo(extreme);
        return rule.kind() == Kind.MAX ? order > 0 : order < 0;
    }

    /** The extreme of each of those parents; those without one are missing. */
    Map<Object, Object> find(AggregateRule rule, Collection<Object> parentIds) {
        Map<Object, Object> extremes = new HashMap<>();
        String value = "c." + Objects.requireNonNull(rule.value()).name();
        children.read(
                rule,
                parentIds,
                (rule.kind() == Kind.MAX ? "max(" : "min(") + value + ")",
                found -> include(rule, extremes, found[0], found[1]),
                (parentId, added) -> include(rule, extremes, parentId, added));
        return extremes;
    }

    private static void include(
            AggregateRule rule, Map<Object, Object> extremes, Object parentId, @Nullable Object value) {
        if (value != null) {
            extremes.merge(parentId, value, (old, added) -> beyond(rule, added, old) ? added : old);
        }
    }
}
