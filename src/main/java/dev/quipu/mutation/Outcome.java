package dev.quipu.mutation;

import dev.quipu.model.EntityModel;
import dev.quipu.rule.RuleStep;
import java.util.List;
import java.util.Map;

/**
 * What came of an operation.
 *
 * @param results one for each command, in their order
 * @param affected the ids of the rows that the rules changed, by entity, as far as whoever asks may read them; empty unless the operation is traced
 * @param steps what the rules did, in order, as far as whoever asks may read it; empty unless the operation is explained
 */
public record Outcome(List<Result> results, Map<EntityModel, List<Object>> affected, List<RuleStep> steps) {

    public Outcome {
        results = List.copyOf(results);
        affected = Map.copyOf(affected);
        steps = List.copyOf(steps);
    }
}
