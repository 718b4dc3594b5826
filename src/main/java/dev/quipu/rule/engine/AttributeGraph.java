package dev.quipu.rule.engine;

import dev.quipu.expr.Expression;
import dev.quipu.expr.PropertyPath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which derived attribute reads which. The nodes are attributes, not entities: {@code Order.shippedOn → OrderItem.shippedOn →
 * Product.unitsShipped} and {@code OrderItem.amount → Order.amountTotal} share entities without being a cycle. Relations of an
 * entity to itself lead from row to row and not in a circle, so they make no edge, unless one rule goes up what another goes down.
 */
final class AttributeGraph {

    /** A derived attribute: an aggregate or a local rule. */
    record Attribute(RuledEntity entity, int position) {

        @Override
        public String toString() {
            return entity.name() + "." + entity.attribute(position).name();
        }
    }

    private final Map<Attribute, Set<Attribute>> reads = new LinkedHashMap<>();
    private final Map<Attribute, Set<Attribute>> readsUpwards = new LinkedHashMap<>();
    private final Map<Attribute, Set<Attribute>> readsDownwards = new LinkedHashMap<>();
    private final Collection<RuledEntity> entities;

    AttributeGraph(Collection<RuledEntity> entities, Problems problems) {
        this.entities = entities;
        for (RuledEntity entity : entities) {
            entity.aggregates.forEach(
                    rule -> add(new Attribute(entity, rule.target().position())));
            entity.locals.forEach(
                    rule -> add(new Attribute(entity, rule.target().position())));
        }
        entities.forEach(this::connect);
        new Cycles(reads).report(problems);
        if (problems.isEmpty()) {
            Cycles.reportMixed(reads, readsUpwards, readsDownwards, problems);
        }
    }

    private void add(Attribute attribute) {
        reads.put(attribute, new LinkedHashSet<>());
    }

    private void connect(RuledEntity entity) {
        for (AggregateRule rule : entity.aggregates) {
            Attribute target = new Attribute(entity, rule.target().position());
            var edges = rule.child() == entity ? readsUpwards : reads;
            if (rule.value() != null) {
                edge(edges, target, new Attribute(rule.child(), rule.value().position()));
            }
            if (rule.where() != null) {
                own(rule.where()).forEach(path -> edge(edges, target, new Attribute(rule.child(), path.position())));
            }
        }
        for (LocalRule rule : entity.locals) {
            Attribute target = new Attribute(entity, rule.target().position());
            own(rule.expression()).forEach(path -> edge(reads, target, new Attribute(entity, path.position())));
        }
        for (RuledEntity reader : entities) {
            reader.locals.forEach(rule -> connectPaths(rule, entity));
        }
    }

    private void connectPaths(LocalRule rule, RuledEntity parent) {
        for (PropertyPath path : rule.expression().reads()) {
            if (!path.own()
                    && path.references()
                            .get(path.references().size() - 1)
                            .target()
                            .equals(parent.entityName())) {
                edge(
                        parent == rule.entity() ? readsDownwards : reads,
                        new Attribute(rule.entity(), rule.target().position()),
                        new Attribute(parent, path.position()));
            }
        }
    }

    private static List<PropertyPath> own(Expression expression) {
        return expression.reads().stream().filter(PropertyPath::own).toList();
    }

    private void edge(Map<Attribute, Set<Attribute>> edges, Attribute reader, Attribute read) {
        if (reads.containsKey(read)) {
            edges.computeIfAbsent(reader, r -> new LinkedHashSet<>()).add(read);
        }
    }

    /** Groups the attributes so that each group finds settled what it reads; entities that only contribute come first. */
    List<Stage> stages() {
        List<Stage> stages = new ArrayList<>();
        entities.stream()
                .filter(entity -> entity.takesPart() && entity.aggregates.isEmpty() && entity.locals.isEmpty())
                .forEach(entity -> stages.add(new Stage(entity, List.of(), List.of())));
        Set<Attribute> open = new LinkedHashSet<>(reads.keySet());
        while (!open.isEmpty()) {
            List<Attribute> next = nextGroup(open);
            if (next.isEmpty()) {
                break; // a cycle, reported already
            }
            next.forEach(open::remove);
            stages.add(stage(next));
        }
        return stages;
    }

    private List<Attribute> nextGroup(Set<Attribute> open) {
        List<Attribute> best = List.of();
        int bestScore = -1;
        for (RuledEntity entity :
                open.stream().map(Attribute::entity).collect(Collectors.toCollection(LinkedHashSet::new))) {
            List<Attribute> ready = ready(entity, open);
            int score = score(entity, ready, open);
            if (!ready.isEmpty() && score > bestScore) {
                best = ready;
                bestScore = score;
            }
        }
        return best;
    }

    /** Best is an entity that is then done, and whose children are; so each is visited once where that is possible. */
    private static int score(RuledEntity entity, List<Attribute> ready, Set<Attribute> open) {
        boolean complete =
                open.stream().filter(attribute -> attribute.entity() == entity).count() == ready.size();
        boolean childrenDone = entity.aggregates.stream()
                .map(AggregateRule::child)
                .noneMatch(
                        child -> child != entity && open.stream().anyMatch(attribute -> attribute.entity() == child));
        return (complete ? 2 : 0) + (childrenDone ? 1 : 0);
    }

    /** The entity's attributes that read nothing open but each other, each after those that it reads. */
    private List<Attribute> ready(RuledEntity entity, Set<Attribute> open) {
        List<Attribute> ready = new ArrayList<>();
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Attribute attribute : open) {
                boolean free = attribute.entity() == entity
                        && !ready.contains(attribute)
                        && reads.getOrDefault(attribute, Set.of()).stream()
                                .allMatch(read -> !open.contains(read) || ready.contains(read));
                grown |= free && ready.add(attribute);
            }
        }
        return ready;
    }

    private static Stage stage(List<Attribute> attributes) {
        RuledEntity entity = attributes.get(0).entity();
        List<AggregateRule> aggregates = new ArrayList<>();
        List<LocalRule> locals = new ArrayList<>();
        for (Attribute attribute : attributes) {
            entity.aggregates.stream()
                    .filter(rule -> rule.target().position() == attribute.position())
                    .forEach(aggregates::add);
            entity.locals.stream()
                    .filter(rule -> rule.target().position() == attribute.position())
                    .forEach(locals::add);
        }
        return new Stage(entity, aggregates, locals);
    }
}
