package dev.quipu.security;

import dev.quipu.model.EntityModel;
import dev.quipu.model.Model;
import dev.quipu.model.ToOneAttribute;
import dev.quipu.security.RowTest.All;
import dev.quipu.security.RowTest.Any;
import dev.quipu.security.RowTest.Not;
import dev.quipu.security.RowTest.Piece;
import dev.quipu.security.RowTest.Through;
import dev.quipu.security.RowTest.Whole;
import jakarta.persistence.criteria.Predicate.BooleanOperator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.HibernateException;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.query.sqm.tree.predicate.SqmGroupedPredicate;
import org.hibernate.query.sqm.tree.predicate.SqmJunctionPredicate;
import org.hibernate.query.sqm.tree.predicate.SqmNegatedPredicate;
import org.hibernate.query.sqm.tree.predicate.SqmPredicate;
import org.hibernate.query.sqm.tree.select.SqmQuerySpec;
import org.hibernate.query.sqm.tree.select.SqmSelectStatement;
import org.jspecify.annotations.Nullable;

/**
 * Understands the HQL of grants. Hibernate parses and types it. Comparisons of attributes, along references too, are taken apart, so
 * that a statement can ask them where it stands; of whatever else HQL can say, the whole is asked in a subquery.
 */
final class RowTestReader {

    private final Model model;
    private final SessionFactoryImplementor sessionFactory;

    RowTestReader(Model model, SessionFactoryImplementor sessionFactory) {
        this.model = model;
        this.sessionFactory = sessionFactory;
    }

    /**
     * Understands one predicate.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    RowTest read(EntityModel entity, String text) {
        List<Piece> pieces = GrantText.pieces(text);
        String plain = "from " + entity.name() + " this where " + GrantText.parseable(pieces, "this");
        RowTest test = test(entity, parse(plain).getWhereClause().getPredicate());
        if (test != null) {
            return test;
        }
        // as RowTests asks it: here a name that does not say whose it is has two meanings
        parse("from " + entity.name() + " asked where exists (select 1 from " + entity.name()
                + " same where same = asked and (" + GrantText.parseable(pieces, "same") + "))");
        return new Whole(entity, pieces);
    }

    private SqmQuerySpec<?> parse(String hql) {
        try {
            var statement = (SqmSelectStatement<?>)
                    sessionFactory.getQueryEngine().getHqlTranslator().translate(hql, Object.class);
            return statement.getQuerySpec();
        } catch (HibernateException problem) {
            throw new IllegalArgumentException(problem.getMessage(), problem);
        }
    }

    /** Null if a part of it cannot be taken apart. */
    private @Nullable RowTest test(EntityModel entity, SqmPredicate predicate) {
        if (predicate instanceof SqmGroupedPredicate grouped) {
            return test(entity, grouped.getSubPredicate());
        }
        if (predicate instanceof SqmNegatedPredicate not) {
            RowTest part = test(entity, not.getWrappedPredicate());
            return part == null ? null : new Not(part);
        }
        if (predicate instanceof SqmJunctionPredicate junction) {
            List<RowTest> parts = new ArrayList<>();
            for (SqmPredicate part : junction.getPredicates()) {
                RowTest test = test(entity, part);
                if (test == null) {
                    return null;
                }
                parts.add(test);
            }
            return junction.getOperator() == BooleanOperator.AND ? new All(together(parts)) : new Any(parts);
        }
        return new ComparisonReader(model).read(entity, predicate);
    }

    /** Tests of the same parent are asked of it at once. */
    private static List<RowTest> together(List<RowTest> parts) {
        Map<Object, RowTest> together = new LinkedHashMap<>();
        for (RowTest part : parts) {
            Object key = part instanceof Through through ? through.reference() : part;
            together.merge(key, part, (one, other) -> both((Through) one, (Through) other));
        }
        return List.copyOf(together.values());
    }

    private static RowTest both(Through one, Through other) {
        ToOneAttribute reference = one.reference();
        return new Through(reference, one.target(), new All(together(List.of(one.test(), other.test()))));
    }
}
