package dev.quipu.rule.engine.history;

import dev.quipu.model.BasicAttribute;
import dev.quipu.model.EntityModel;
import dev.quipu.model.Model;
import dev.quipu.model.ToManyAttribute;
import dev.quipu.rule.AverageOf;
import dev.quipu.rule.Computed;
import dev.quipu.rule.CopyOf;
import dev.quipu.rule.CountOf;
import dev.quipu.rule.Invariant;
import dev.quipu.rule.MaxOf;
import dev.quipu.rule.MinOf;
import dev.quipu.rule.SumOf;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;

/** The queries that compute what rules derive, made from the annotations and nothing else of the engine. */
final class Recomputation {

    /**
     * One rule's query.
     *
     * @param hql gives the id, the stored value, the recomputed one, and for a copy the id of the parent
     */
    record Check(EntityModel entity, BasicAttribute target, Kind kind, String hql) {

        String name() {
            return entity.name() + "." + target.name();
        }
    }

    enum Kind {
        /** Null stands for 0. */
        ADDITIVE,
        PLAIN,
        /** Right when it was taken. */
        COPY,
        /** The recomputed value is whether the row breaks the invariant. */
        INVARIANT
    }

    private final Model model;

    Recomputation(Model model) {
        this.model = model;
    }

    List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        for (EntityModel entity : model.entities()) {
            entity.basics().filter(BasicAttribute::derived).forEach(target -> checks.add(check(entity, target)));
            for (Invariant invariant : entity.javaType().getAnnotationsByType(Invariant.class)) {
                Qualified qualified = new Qualified(model, entity, "e");
                String broken = "case when not (" + qualified.text(invariant.value()) + ") then true else false end";
                checks.add(new Check(entity, entity.id(), Kind.INVARIANT, select(entity, entity.id(), broken, "")));
            }
        }
        return checks;
    }

    private Check check(EntityModel entity, BasicAttribute target) {
        Annotation rule = target.rule();
        if (rule instanceof SumOf sum) {
            return aggregate(entity, target, Kind.ADDITIVE, "sum", sum.value(), sum.where());
        } else if (rule instanceof CountOf count) {
            return aggregate(entity, target, Kind.ADDITIVE, "count", count.value(), count.where());
        } else if (rule instanceof MinOf min) {
            return aggregate(entity, target, Kind.PLAIN, "min", min.value(), min.where());
        } else if (rule instanceof MaxOf max) {
            return aggregate(entity, target, Kind.PLAIN, "max", max.value(), max.where());
        } else if (rule instanceof AverageOf average) {
            return aggregate(entity, target, Kind.PLAIN, "avg", average.value(), average.where());
        } else if (rule instanceof CopyOf copy) {
            Qualified qualified = new Qualified(model, entity, "e");
            String parent = copy.value().substring(0, copy.value().indexOf('.')) + ".id";
            String values = qualified.text(copy.value()) + ", " + qualified.text(parent);
            return new Check(entity, target, Kind.COPY, select(entity, target, values, qualified.joins()));
        } else if (rule instanceof Computed computed) {
            Qualified qualified = new Qualified(model, entity, "e");
            String value = qualified.text(computed.value());
            return new Check(entity, target, Kind.PLAIN, select(entity, target, value, qualified.joins()));
        }
        throw new IllegalArgumentException(
                entity.name() + "." + target.name() + ": there is no recomputation of " + rule);
    }

    private Check aggregate(
            EntityModel entity, BasicAttribute target, Kind kind, String function, String path, String where) {
        String[] names = path.split("\\.");
        ToManyAttribute collection = (ToManyAttribute) entity.attribute(names[0]);
        EntityModel child = model.entity(collection.target());
        String value = names.length == 1 ? "*" : "c." + names[1];
        String condition = where.isEmpty() ? "" : " and (" + new Qualified(model, child, "c").text(where) + ")";
        // PostgreSQL's own average: HQL's would be one of floating-point numbers
        String selected = function.equals("avg")
                ? "cast(sql('avg(?)', " + value + ") as BigDecimal(100, 30))"
                : function + "(" + value + ")";
        String subquery = "(select " + selected + " from " + child.entityName() + " c where c." + collection.mappedBy()
                + ".id = e.id" + condition + ")";
        return new Check(entity, target, kind, select(entity, target, subquery, ""));
    }

    private static String select(EntityModel entity, BasicAttribute target, String value, String joins) {
        return "select e.id, e." + target.name() + ", " + value + " from " + entity.entityName() + " e" + joins;
    }
}
