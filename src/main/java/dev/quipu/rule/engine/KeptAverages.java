package dev.quipu.rule.engine;

import dev.quipu.expr.Expression;
import dev.quipu.model.BasicAttribute;
import dev.quipu.rule.engine.AggregateRule.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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

    /** Whole numbers need a factor to be divided as decimals; PostgreSQL would take 1bd for a whole number too. */
    private static String quotient(BasicAttribute sum, BasicAttribute count) {
        String dividend = sum.type() == BigDecimal.class ? sum.name() : "1.0bd * " + sum.name();
        return dividend + " / nullif(" + count.name() + ", 0)";
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
        return condition.equals(where) && !value.nullable()
                || condition.equals(and(where, value.name() + " is not null"));
    }

    /** An "or" needs parentheses, everything else binds as "and" does or more tightly. */
    private static String and(String where, String condition) {
        if (where.isEmpty()) {
            return condition;
        }
        boolean hasOr = where.toLowerCase(Locale.ROOT).matches("(?s).*\\bor\\b.*");
        return (hasOr ? "(" + where + ")" : where) + " and " + condition;
    }

    private static BasicAttribute value(AggregateRule average) {
        return Objects.requireNonNull(average.value());
    }

    private static String where(AggregateRule rule) {
        return rule.where() == null ? "" : rule.where().text().strip();
    }
}
