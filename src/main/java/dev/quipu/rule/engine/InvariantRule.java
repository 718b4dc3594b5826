package dev.quipu.rule.engine;

import dev.quipu.expr.Expression;
import dev.quipu.expr.ParentStates;
import dev.quipu.expr.PropertyPath;
import dev.quipu.expr.StateLayout;
import dev.quipu.rule.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A condition on each row of an entity. */
public record InvariantRule(RuledEntity entity, String name, Expression condition, String message) {

    static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    /** {@code "User.withinCreditLimit"}. */
    public String qualifiedName() {
        return entity.name() + "." + name;
    }

    boolean reads(int position) {
        return condition.reads().stream().anyMatch(path -> path.position() == position);
    }

    /** What is wrong with a row, or null. */
    @Nullable
    Violation judge(@Nullable Object[] state) {
        if (!condition.isFalse(state, ParentStates.NONE)) {
            return null;
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        List<String> derived = new ArrayList<>();
        for (PropertyPath path : condition.reads()) {
            values.put(path.attribute(), state[path.position()]);
            if (entity.isDerived(path.position())) {
                derived.add(path.attribute());
            }
        }
        List<String> blamed = derived.isEmpty() ? List.copyOf(values.keySet()) : derived;
        placeholders().forEach(name -> values.putIfAbsent(name, state[StateLayout.position(entity.persister, name)]));
        return new Violation(
                qualifiedName(),
                entity.name(),
                Objects.requireNonNull(state[entity.idPosition()]),
                blamed,
                values,
                message(attribute -> state[StateLayout.position(entity.persister, attribute)]));
    }

    /** An invariant is known by its name; every flush asks, and the whole would be long to compare. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof InvariantRule rule && entity == rule.entity && name.equals(rule.name);
    }

    @Override
    public int hashCode() {
        return entity.hashCode() * 31 + name.hashCode();
    }

    /** The attributes that its message names. */
    public List<String> placeholders() {
        return PLACEHOLDER
                .matcher(message)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
    }

    /** Its message with the attributes' values in their places. */
    public String message(Function<String, @Nullable Object> valueOf) {
        return PLACEHOLDER
                .matcher(message)
                .replaceAll(match -> Matcher.quoteReplacement(String.valueOf(valueOf.apply(match.group(1)))));
    }
}
