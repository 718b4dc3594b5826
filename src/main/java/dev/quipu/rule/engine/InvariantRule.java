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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A condition on each row of an entity. */
record InvariantRule(RuledEntity entity, String name, Expression condition, String message) {

    static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    /** {@code "User.withinCreditLimit"}. */
    String qualifiedName() {
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
        return new Violation(
                qualifiedName(),
                entity.name(),
                Objects.requireNonNull(state[entity.idPosition()]),
                derived.isEmpty() ? List.copyOf(values.keySet()) : derived,
                values,
                fill(state));
    }

    private String fill(@Nullable Object[] state) {
        return PLACEHOLDER
                .matcher(message)
                .replaceAll(match -> Matcher.quoteReplacement(
                        String.valueOf(state[StateLayout.position(entity.persister, match.group(1))])));
    }
}
