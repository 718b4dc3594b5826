package dev.quipu.expr;

import java.util.Set;
import org.hibernate.HibernateException;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.query.sqm.tree.predicate.SqmPredicate;
import org.hibernate.query.sqm.tree.select.SqmQuerySpec;
import org.hibernate.query.sqm.tree.select.SqmSelectStatement;
import org.jspecify.annotations.Nullable;

/**
 * An HQL expression or predicate over one entity, compiled to a closure over the entity's state. Immutable and thread-safe.
 *
 * <pre>{@code
 * Expression amount = Expression.value(sessionFactory, OrderItem.class.getName(), "quantity * unitPrice");
 * Object value = amount.evaluate(state, ParentStates.NONE);
 * }</pre>
 *
 * @param entityName the entity it is about
 * @param text as it was written
 * @param type the Java type of its values, {@code Boolean} for predicates
 * @param reads every attribute it mentions
 */
public record Expression(String entityName, String text, Class<?> type, Set<PropertyPath> reads, Node node) {

    /**
     * Compiles an expression.
     *
     * @throws ExpressionException saying what is wrong with the text
     */
    public static Expression value(SessionFactoryImplementor sessionFactory, String entityName, String text) {
        SqmQuerySpec<?> query = parse(sessionFactory, "select " + text + " from " + entityName);
        var selections = query.getSelectClause().getSelections();
        if (selections.size() != 1) {
            throw new ExpressionException("these are " + selections.size() + " expressions; one is needed");
        }
        ExpressionCompiler compiler = new ExpressionCompiler(sessionFactory, entityName);
        var selected = selections.get(0).getSelectableNode();
        Node node = compiler.compile(selected);
        return new Expression(entityName, text, ExpressionCompiler.javaType(selected), compiler.reads(), node);
    }

    /**
     * Compiles a predicate.
     *
     * @throws ExpressionException saying what is wrong with the text
     */
    public static Expression predicate(SessionFactoryImplementor sessionFactory, String entityName, String text) {
        SqmPredicate predicate = parse(sessionFactory, "from " + entityName + " where " + text)
                .getWhereClause()
                .getPredicate();
        ExpressionCompiler compiler = new ExpressionCompiler(sessionFactory, entityName);
        Node node = compiler.compile(predicate);
        return new Expression(entityName, text, Boolean.class, compiler.reads(), node);
    }

    private static SqmQuerySpec<?> parse(SessionFactoryImplementor sessionFactory, String hql) {
        try {
            var statement = (SqmSelectStatement<?>)
                    sessionFactory.getQueryEngine().getHqlTranslator().translate(hql, Object.class);
            return statement.getQuerySpec();
        } catch (HibernateException | IllegalArgumentException problem) {
            throw new ExpressionException(String.valueOf(problem.getMessage()));
        }
    }

    /**
     * Its value for a row.
     *
     * @throws ArithmeticException on division by zero and on overflow, where PostgreSQL raises an error
     */
    public @Nullable Object evaluate(@Nullable Object[] state, ParentStates parents) {
        return node.value(state, parents);
    }

    /** Whether a predicate is true for a row; unknown is not. */
    public boolean isTrue(@Nullable Object[] state, ParentStates parents) {
        return Boolean.TRUE.equals(node.value(state, parents));
    }

    /** Whether a predicate is false for a row; unknown is not. */
    public boolean isFalse(@Nullable Object[] state, ParentStates parents) {
        return Boolean.FALSE.equals(node.value(state, parents));
    }

    @Override
    public String toString() {
        return text;
    }
}
