package dev.quipu.rule.engine;

import dev.quipu.expr.Expression;
import dev.quipu.expr.ExpressionException;
import dev.quipu.expr.PropertyPath;
import dev.quipu.model.AttributeModel;
import dev.quipu.model.BasicAttribute;
import dev.quipu.model.ToManyAttribute;
import dev.quipu.model.ToOneAttribute;
import dev.quipu.rule.AverageOf;
import dev.quipu.rule.Computed;
import dev.quipu.rule.CopyOf;
import dev.quipu.rule.CountOf;
import dev.quipu.rule.Invariant;
import dev.quipu.rule.MaxOf;
import dev.quipu.rule.MinOf;
import dev.quipu.rule.SumOf;
import dev.quipu.rule.engine.AggregateRule.Kind;
import java.lang.annotation.Annotation;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.jspecify.annotations.Nullable;

/** Reads the annotations of one entity after the other into rules; what is wrong goes to the problems. */
final class RuleReader {

    private final SessionFactoryImplementor sessionFactory;
    private final Map<String, RuledEntity> entities;
    private final Problems problems;
    private final TypeCheck types;

    RuleReader(SessionFactoryImplementor sessionFactory, Map<String, RuledEntity> entities, Problems problems) {
        this.sessionFactory = sessionFactory;
        this.entities = entities;
        this.problems = problems;
        this.types = new TypeCheck(problems);
    }

    void read(RuledEntity entity) {
        entity.model
                .basics()
                .filter(BasicAttribute::derived)
                .forEach(attribute -> read(entity, attribute, Objects.requireNonNull(attribute.rule())));
        KeptAverages.replace(entity, sessionFactory);
        for (Invariant invariant : entity.model.javaType().getAnnotationsByType(Invariant.class)) {
            read(entity, invariant);
        }
    }

    private void read(RuledEntity entity, BasicAttribute target, Annotation rule) {
        if (rule instanceof SumOf sum) {
            aggregate(Kind.SUM, entity, target, rule, sum.value(), sum.where());
        } else if (rule instanceof CountOf count) {
            aggregate(Kind.COUNT, entity, target, rule, count.value(), count.where());
        } else if (rule instanceof MinOf min) {
            aggregate(Kind.MIN, entity, target, rule, min.value(), min.where());
        } else if (rule instanceof MaxOf max) {
            aggregate(Kind.MAX, entity, target, rule, max.value(), max.where());
        } else if (rule instanceof AverageOf average) {
            aggregate(Kind.AVERAGE, entity, target, rule, average.value(), average.where());
        } else if (rule instanceof Computed computed) {
            local(entity, target, rule, computed.value(), -1);
        } else if (rule instanceof CopyOf copy) {
            copy(entity, target, rule, copy.value());
        }
    }

    private void aggregate(
            Kind kind, RuledEntity parent, BasicAttribute target, Annotation rule, String value, String where) {
        String place = place(parent, target.name(), rule, value);
        String[] path = value.split("\\.", -1);
        int expected = kind == Kind.COUNT ? 1 : 2;
        if (path.length != expected) {
            problems.add(
                    101,
                    place,
                    expected == 1
                            ? "names a to-many attribute and nothing more, such as \"items\""
                            : "names a to-many attribute and an attribute of its elements, such as \"items.amount\"");
            return;
        }
        AttributeModel collection = parent.model.attribute(path[0]);
        if (!(collection instanceof ToManyAttribute toMany)) {
            problems.add(
                    102,
                    place,
                    Suggestions.noAttribute(
                            parent.name(), path[0], parent.model.toManys(), "to-many attribute", value));
            return;
        }
        RuledEntity child = Objects.requireNonNull(entities.get(toMany.target()));
        ToOneAttribute reference = (ToOneAttribute) Objects.requireNonNull(child.model.attribute(toMany.mappedBy()));
        BasicAttribute summed = null;
        if (kind != Kind.COUNT) {
            if (!(child.model.attribute(path[1]) instanceof BasicAttribute basic)) {
                problems.add(
                        104,
                        place,
                        Suggestions.noAttribute(child.name(), path[1], child.model.basics(), "attribute", value));
                return;
            }
            summed = basic;
        }
        Expression condition = where.isEmpty() ? null : predicate(child, where, place + " where \"" + where + "\"");
        if (types.acceptsAggregate(kind, target, summed, place) && (where.isEmpty() || condition != null)) {
            AggregateRule aggregate = new AggregateRule(kind, parent, target, child, reference, summed, condition);
            parent.aggregates.add(aggregate);
            child.contributions.add(aggregate);
            MappingCheck.refuseRestriction(aggregate, toMany, problems);
        }
    }

    /** A predicate over an entity's own attributes, null if something is wrong with it. */
    private @Nullable Expression predicate(RuledEntity entity, String text, String place) {
        try {
            Expression predicate = Expression.predicate(sessionFactory, entity.entityName(), text);
            for (PropertyPath path : predicate.reads()) {
                if (!path.own()) {
                    problems.add(
                            106,
                            place,
                            "reads \"" + path + "\" of a parent; it may read attributes of " + entity.name()
                                    + " only. Give " + entity.name() + " a @Computed(\"" + path
                                    + "\") attribute and read that.");
                    return null;
                }
            }
            return predicate;
        } catch (ExpressionException problem) {
            problems.add(105, place, Suggestions.explain(entity.model, text, problem));
            return null;
        }
    }

    private void copy(RuledEntity entity, BasicAttribute target, Annotation rule, String value) {
        String place = place(entity, target.name(), rule, value);
        String[] path = value.split("\\.", -1);
        if (path.length != 2) {
            problems.add(
                    107,
                    place,
                    "names a to-one attribute and an attribute of its target, such as \"product.unitPrice\"");
        } else if (entity.model.attribute(path[0]) instanceof ToOneAttribute reference) {
            local(entity, target, rule, value, reference.position());
        } else {
            problems.add(
                    108,
                    place,
                    Suggestions.noAttribute(entity.name(), path[0], entity.model.toOnes(), "to-one attribute", value));
        }
    }

    private void local(RuledEntity entity, BasicAttribute target, Annotation rule, String text, int copiedThrough) {
        String place = place(entity, target.name(), rule, text);
        try {
            Expression expression = Expression.value(sessionFactory, entity.entityName(), text);
            if (types.acceptsValue(target, expression.type(), place)) {
                entity.locals.add(new LocalRule(entity, target, expression, copiedThrough));
            }
        } catch (ExpressionException problem) {
            problems.add(105, place, Suggestions.explain(entities, entity.model, text, problem));
        }
    }

    private void read(RuledEntity entity, Invariant invariant) {
        String place = entity.name() + ": @Invariant(name = \"" + invariant.name() + "\", value = \""
                + invariant.value() + "\")";
        Expression condition = predicate(entity, invariant.value(), place);
        boolean placeholdersFit = InvariantRule.PLACEHOLDER
                .matcher(invariant.message())
                .results()
                .allMatch(placeholder -> isAttribute(entity, placeholder, place));
        if (condition != null && placeholdersFit) {
            entity.invariants.add(new InvariantRule(entity, invariant.name(), condition, invariant.message()));
        }
    }

    private boolean isAttribute(RuledEntity entity, MatchResult placeholder, String place) {
        String name = placeholder.group(1);
        if (entity.model.attribute(name) instanceof BasicAttribute attribute) {
            if (attribute.hidden()) {
                problems.add(
                        135,
                        place,
                        "its message shows " + placeholder.group() + ", and " + entity.name() + "." + name
                                + " is @Hidden. Leave it out of the message.");
            }
            return !attribute.hidden();
        }
        problems.add(
                109,
                place,
                "its message: "
                        + Suggestions.noAttribute(
                                entity.name(), name, entity.model.basics(), "attribute", placeholder.group()));
        return false;
    }

    private static String place(RuledEntity entity, String attribute, Annotation rule, String value) {
        return entity.name() + "." + attribute + ": @" + rule.annotationType().getSimpleName() + "(\"" + value + "\")";
    }
}
