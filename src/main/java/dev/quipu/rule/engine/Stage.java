package dev.quipu.rule.engine;

import java.util.List;

/**
 * A set of derived attributes of one entity that are settled together, since everything else they need is settled before.
 *
 * @param aggregates those kept by their children's changes
 * @param locals those computed from the row and its parents, in an order in which each finds what it reads settled
 */
public record Stage(RuledEntity entity, List<AggregateRule> aggregates, List<LocalRule> locals) {

    public Stage {
        aggregates = List.copyOf(aggregates);
        locals = List.copyOf(locals);
    }
}
