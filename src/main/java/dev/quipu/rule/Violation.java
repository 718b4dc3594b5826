package dev.quipu.rule;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row that a transaction would have left against a rule.
 *
 * @param rule the rule's name with its entity's: {@code "User.withinCreditLimit"}
 * @param entity the JPA name of the row's entity
 * @param id the row's id
 * @param attributes the derived attributes that the rule reads, or all that it reads if none is derived
 * @param values every attribute that the rule reads, or its message names, with the value it would have had, in the order of the texts
 * @param message the rule's message, filled in
 */
public record Violation(
        String rule,
        String entity,
        Object id,
        List<String> attributes,
        Map<String, @Nullable Object> values,
        String message) {

    public Violation {
        attributes = List.copyOf(attributes);
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
