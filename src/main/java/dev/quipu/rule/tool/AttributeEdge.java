package dev.quipu.rule.tool;

import dev.quipu.expr.Expression;
import dev.quipu.expr.PropertyPath.Reference;
import dev.quipu.rule.engine.AggregateRule;
import dev.quipu.rule.engine.InvariantRule;
import dev.quipu.rule.engine.LocalRule;
import dev.quipu.rule.engine.RulePlan;
import dev.quipu.rule.engine.RuledEntity;
import dev.quipu.rule.engine.Stage;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;

/**
 * An attribute that a rule reads, and the attribute or invariant that follows from it.
 *
 * @param kind what the rule does with it: {@code "sum"}, {@code "where"}, {@code "computed"}, {@code "copy"}, {@code "invariant"}
 */
public record AttributeEdge(Node from, Node to, String kind) {

    /** An attribute or an invariant of an entity. */
    public record Node(String entity, String name) {}

    /** Every edge of the rules of that session factory. */
    public static Set<AttributeEdge> of(SessionFactory sessionFactory) {
        return of(RulePlan.of(sessionFactory));
    }

    /** Every edge, in the order of evaluation, invariants last. */
    static Set<AttributeEdge> of(RulePlan plan) {
        Set<AttributeEdge> edges = new LinkedHashSet<>();
        for (Stage stage : plan.stages()) {
            stage.aggregates().forEach(rule -> of(rule).forEach(edges::add));
            for (LocalRule rule : stage.locals()) {
                Node to = new Node(rule.entity().name(), rule.target().name());
                String kind = rule.isCopy() ? "copy" : "computed";
                of(plan, rule.entity(), rule.expression(), to, kind).forEach(edges::add);
            }
        }
        for (RuledEntity entity : plan.entities()) {
            for (InvariantRule invariant : entity.invariants()) {
                of(plan, entity, invariant.condition(), new Node(entity.name(), invariant.name()), "invariant")
                        .forEach(edges::add);
            }
        }
        return edges;
    }

    private static Stream<AttributeEdge> of(AggregateRule rule) {
        Node to = new Node(rule.parent().name(), rule.target().name());
        String child = rule.child().name();
        // which rows count hangs on the reference; for a count it is all there is
        String read =
                rule.value() == null ? rule.reference().name() : rule.value().name();
        AttributeEdge edge =
                new AttributeEdge(new Node(child, read), to, rule.kind().name().toLowerCase(Locale.ROOT));
        return Stream.concat(
                Stream.of(edge),
                Stream.ofNullable(rule.where())
                        .flatMap(where -> where.reads().stream())
                        .map(path -> new AttributeEdge(new Node(child, path.attribute()), to, "where")));
    }

    private static Stream<AttributeEdge> of(
            RulePlan plan, RuledEntity entity, Expression expression, Node to, String kind) {
        return expression.reads().stream().map(path -> {
            List<Reference> references = path.references();
            String owner = references.isEmpty()
                    ? entity.name()
                    : plan.entity(references.get(references.size() - 1).target())
                            .name();
            return new AttributeEdge(new Node(owner, path.attribute()), to, kind);
        });
    }
}
