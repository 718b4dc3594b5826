package dev.quipu.rule.engine;

import dev.quipu.expr.Expression;
import dev.quipu.expr.PropertyPath;
import dev.quipu.expr.PropertyPath.Reference;
import dev.quipu.expr.StateLayout;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Tells each entity which of its attributes rules read, and who reads them live. */
final class Readers {

    private Readers() {}

    /** Registers the paths of an entity's expressions with the parents that they lead to. */
    static void register(RuledEntity entity, Map<String, RuledEntity> entities) {
        for (LocalRule rule : entity.locals) {
            for (PropertyPath path : rule.expression().reads()) {
                RuledEntity current = entity;
                for (int depth = 0; depth < path.references().size(); depth++) {
                    Reference reference = path.references().get(depth);
                    mark(rule, current, path, depth, reference.position());
                    current = Objects.requireNonNull(entities.get(reference.target()));
                }
                mark(rule, current, path, path.references().size(), path.position());
            }
        }
    }

    private static void mark(LocalRule rule, RuledEntity owner, PropertyPath path, int depth, int position) {
        owner.ruled.set(position);
        if (depth > 0 && !rule.isCopy()) {
            owner.readers.add(new LiveReader(rule, List.copyOf(path.references().subList(0, depth)), position));
        }
    }

    /** Marks what the entity's own rules read and write. */
    static void markRuled(RuledEntity entity) {
        entity.locals.forEach(rule -> entity.ruled.set(rule.target().position()));
        entity.invariants.forEach(invariant -> markOwn(entity, invariant.condition()));
        entity.invariants.forEach(invariant -> invariant
                .placeholders()
                .forEach(name -> entity.ruled.set(StateLayout.position(entity.persister, name))));
        for (AggregateRule rule : entity.contributions) {
            entity.ruled.set(rule.reference().position());
            if (rule.value() != null) {
                entity.ruled.set(rule.value().position());
            }
            if (rule.where() != null) {
                markOwn(entity, rule.where());
            }
        }
        entity.aggregates.forEach(rule -> entity.ruled.set(rule.target().position()));
    }

    private static void markOwn(RuledEntity entity, Expression expression) {
        expression.reads().stream().filter(PropertyPath::own).forEach(path -> entity.ruled.set(path.position()));
    }
}
