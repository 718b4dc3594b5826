package dev.quipu.expr;

import java.util.List;
import org.hibernate.query.sqm.tree.SqmTypedNode;
import org.hibernate.query.sqm.tree.expression.SqmExpression;
import org.hibernate.query.sqm.tree.predicate.SqmBetweenPredicate;
import org.hibernate.query.sqm.tree.predicate.SqmBooleanExpressionPredicate;
import org.hibernate.query.sqm.tree.predicate.SqmComparisonPredicate;
import org.hibernate.query.sqm.tree.predicate.SqmGroupedPredicate;
import org.hibernate.query.sqm.tree.predicate.SqmInListPredicate;
import org.hibernate.query.sqm.tree.predicate.SqmJunctionPredicate;
import org.hibernate.query.sqm.tree.predicate.SqmLikePredicate;
import org.hibernate.query.sqm.tree.predicate.SqmNegatablePredicate;
import org.hibernate.query.sqm.tree.predicate.SqmNegatedPredicate;
import org.hibernate.query.sqm.tree.predicate.SqmNullnessPredicate;
import org.hibernate.query.sqm.tree.predicate.SqmPredicate;
import org.hibernate.query.sqm.tree.predicate.SqmTruthnessPredicate;
import org.jspecify.annotations.Nullable;

/** Turns SQM predicates into nodes of three-valued logic. */
final class PredicateCompiler {

    private final ExpressionCompiler expressions;

    PredicateCompiler(ExpressionCompiler expressions) {
        this.expressions = expressions;
    }

    Node compile(SqmPredicate predicate) {
        Node node = positive(predicate);
        boolean negated = predicate instanceof SqmNegatablePredicate negatable
                && !(predicate instanceof SqmNegatedPredicate)
                && negatable.isNegated();
        return negated ? Logic.not(node) : node;
    }

    private Node positive(SqmPredicate predicate) {
        if (predicate instanceof SqmComparisonPredicate comparison) {
            return comparison(comparison);
        } else if (predicate instanceof SqmNullnessPredicate nullness) {
            Node operand = expressions.compile(nullness.getExpression());
            return (state, parents) -> operand.value(state, parents) == null;
        } else if (predicate instanceof SqmJunctionPredicate junction) {
            List<Node> nodes =
                    junction.getPredicates().stream().map(this::compile).toList();
            return Logic.junction(junction.getOperator(), nodes);
        } else if (predicate instanceof SqmGroupedPredicate grouped) {
            return compile(grouped.getSubPredicate());
        } else if (predicate instanceof SqmNegatedPredicate not) {
            return Logic.not(compile(not.getWrappedPredicate()));
        } else if (predicate instanceof SqmBetweenPredicate between) {
            return between(between);
        } else if (predicate instanceof SqmInListPredicate<?> in) {
            Node operand = expressions.compile(in.getTestExpression());
            return Logic.in(operand, expressions.compileAll(in.getListExpressions()));
        } else if (predicate instanceof SqmLikePredicate like) {
            return like(like);
        } else if (predicate instanceof SqmTruthnessPredicate truthness) {
            Node operand = expressions.compile(truthness.getExpression());
            Boolean wanted = truthness.getBooleanValue();
            return (state, parents) -> wanted.equals(operand.value(state, parents));
        } else if (predicate instanceof SqmBooleanExpressionPredicate expression) {
            return expressions.compile(expression.getBooleanExpression());
        }
        throw new ExpressionException(
                "rules cannot use this kind of predicate; they can use comparisons, and, or, not, is null, in"
                        + " (a list), between, like and boolean attributes");
    }

    private Node comparison(SqmComparisonPredicate predicate) {
        Comparison comparison = Comparison.of(predicate.getSqmOperator());
        if (comparison.ordering()) {
            refuseTextOrder(predicate.getLeftHandExpression());
        }
        Node left = expressions.compile(predicate.getLeftHandExpression());
        Node right = expressions.compile(predicate.getRightHandExpression());
        return (state, parents) -> comparison.test(left.value(state, parents), right.value(state, parents));
    }

    private Node between(SqmBetweenPredicate between) {
        refuseTextOrder(between.getExpression());
        Node operand = expressions.compile(between.getExpression());
        Node lower = expressions.compile(between.getLowerBound());
        Node upper = expressions.compile(between.getUpperBound());
        return (state, parents) -> {
            Object value = operand.value(state, parents);
            return Logic.and(
                    Comparison.GREATER_OR_EQUAL.test(value, lower.value(state, parents)),
                    Comparison.LESS_OR_EQUAL.test(value, upper.value(state, parents)));
        };
    }

    private Node like(SqmLikePredicate like) {
        Node operand = expressions.compile(like.getMatchExpression());
        Node pattern = expressions.compile(like.getPattern());
        SqmExpression<?> escape = like.getEscapeCharacter();
        Node escapeNode = escape == null ? (state, parents) -> null : expressions.compile(escape);
        boolean caseSensitive = like.isCaseSensitive();
        return (state, parents) -> LikePattern.matches(
                text(operand.value(state, parents)),
                text(pattern.value(state, parents)),
                text(escapeNode.value(state, parents)),
                caseSensitive);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static void refuseTextOrder(SqmTypedNode<?> operand) {
        if (ExpressionCompiler.javaType(operand) == String.class) {
            throw new ExpressionException(
                    "the order of texts depends on the database's collation; compare texts by =, <>, in or like only");
        }
    }
}
