package dev.quipu.rule.engine;

import dev.quipu.expr.Expression;
import dev.quipu.model.BasicAttribute;
import dev.quipu.rule.engine.AggregateRule.Kind;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.jspecify.annotations.Nullable;

/** Finds the averages whose sum and count the entity keeps anyway, and makes them expressions over these two. */
final class KeptAverages {

    private KeptAverages() {}

    static void replace(RuledEntity entity, SessionFactoryImplementor sessionFactory) {
        for (AggregateRule average : List.copyOf(entity.aggregates)) {
            if (average.kind() != Kind.AVERAGE
                    || Averages.isFloating(value(average).type())) {
                continue; // the sum of floating-point numbers is not exact
            }
            AggregateRule sum = find(entity, Kind.SUM, average);
            AggregateRule count = find(entity, Kind.COUNT, average);
            if (sum != null && count != null) {
                entity.aggregates.remove(average);
                average.child().contributions.remove(average);
                Expression quotient =
                        Expression.value(sessionFactory, entity.entityName(), quotient(sum.target(), count.target()));
                entity.locals.add(new LocalRule(entity, average.target(), quotient, -1));
            }
        }
    }

    /** The first factor makes it a division of decimals; PostgreSQL would take 1bd for a whole number. */
    private static String quotient(BasicAttribute sum, BasicAttribute count) {
        return "1.0bd * " + sum.name() + " / nullif(" + count.name() + ", 0)";
    }

    private static @Nullable AggregateRule find(RuledEntity entity, Kind kind, AggregateRule average) {
        return entity.aggregates.stream()
                .filter(rule -> rule.kind() == kind && fits(rule, average))
                .findFirst()
                .orElse(null);
    }

    private static boolean fits(AggregateRule kept, AggregateRule average) {
        BasicAttribute value = value(average);
        if (kept.child() != average.child() || !kept.reference().equals(average.reference())) {
            return false;
        }
        String condition = where(kept);
        String where = where(average);
        if (kept.kind() == Kind.SUM) {
            return value.equals(kept.value()) && condition.equals(where);
        }
        String notNull = value.name() + " is not null";
        return where.isEmpty()
                ? condition.equals(value.nullable() ? notNull : "")
                : condition.equals(where) && !value.nullable()
                        || Set.of(where + " and " + notNull, "(" + where + ") and " + notNull)
                                .contains(condition);
    }

    private static BasicAttribute value(AggregateRule average) {
        return Objects.requireNonNull(average.value());
    }

    private static String where(AggregateRule rule) {
        return rule.where() == null ? "" : rule.where().text().strip().replaceAll("\\s+", " ");
    }
}
