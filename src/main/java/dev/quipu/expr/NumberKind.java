package dev.quipu.expr;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import org.hibernate.query.sqm.tree.SqmTypedNode;
import org.hibernate.query.sqm.tree.expression.NumericTypeCategory;
import org.hibernate.query.sqm.tree.expression.SqmBinaryArithmetic;
import org.hibernate.query.sqm.tree.expression.SqmCaseSearched;
import org.hibernate.query.sqm.tree.expression.SqmCaseSimple;
import org.hibernate.query.sqm.tree.expression.SqmCoalesce;
import org.hibernate.query.sqm.tree.expression.SqmExpression;
import org.hibernate.query.sqm.tree.expression.SqmFunction;
import org.hibernate.query.sqm.tree.expression.SqmHqlNumericLiteral;
import org.hibernate.query.sqm.tree.expression.SqmLiteralNull;
import org.hibernate.query.sqm.tree.expression.SqmUnaryOperation;
import org.jspecify.annotations.Nullable;

/**
 * What kind of number an expression gives, narrowest first. Where PostgreSQL chooses among several expressions, as in CASE, it
 * first brings them all to the widest kind: {@code (case when x then 1 else 1.5 end) / 2} never divides whole numbers.
 */
enum NumberKind {
    NONE,
    INTEGER,
    LONG,
    DECIMAL,
    DOUBLE;

    static NumberKind widest(Collection<? extends @Nullable SqmTypedNode<?>> nodes) {
        NumberKind widest = NONE;
        for (SqmTypedNode<?> node : nodes) {
            NumberKind kind = node == null ? NONE : of(node);
            widest = kind.compareTo(widest) > 0 ? kind : widest;
        }
        return widest;
    }

    static NumberKind of(SqmTypedNode<?> node) {
        if (node instanceof SqmLiteralNull<?>) {
            return NONE;
        } else if (node instanceof SqmHqlNumericLiteral<?> literal) {
            return of(literal.getTypeCategory());
        } else if (node instanceof SqmBinaryArithmetic<?> binary) {
            return widest(List.of(binary.getLeftHandOperand(), binary.getRightHandOperand()));
        } else if (node instanceof SqmUnaryOperation<?> unary) {
            return of(unary.getOperand());
        } else if (node instanceof SqmCaseSearched<?> cases) {
            return widest(ExpressionCompiler.results(cases));
        } else if (node instanceof SqmCaseSimple<?, ?> cases) {
            return widest(ExpressionCompiler.results(cases));
        } else if (node instanceof SqmCoalesce<?> coalesce) {
            return widest(coalesce.getArguments());
        } else if (node instanceof SqmFunction<?> function && node instanceof SqmExpression<?>) {
            return of(function);
        }
        return of(ExpressionCompiler.javaType(node));
    }

    private static NumberKind of(SqmFunction<?> function) {
        return switch (function.getFunctionName()) {
            case "abs", "coalesce", "greatest", "least", "mod" -> widest(function.getArguments());
            case "nullif" -> nullIf(function.getArguments());
            case "round", "floor", "ceiling" -> widest(function.getArguments()) == DOUBLE ? DOUBLE : DECIMAL;
            default -> of(ExpressionCompiler.javaType(function));
        };
    }

    /** Its first argument's kind; PostgreSQL compares whole numbers with one another as they are, with others as those. */
    private static NumberKind nullIf(List<? extends SqmTypedNode<?>> arguments) {
        NumberKind widest = widest(arguments);
        return widest.compareTo(LONG) > 0 ? widest : of(arguments.get(0));
    }

    private static NumberKind of(NumericTypeCategory category) {
        return switch (category) {
            case INTEGER -> INTEGER;
            case LONG -> LONG;
            case BIG_INTEGER, BIG_DECIMAL, DOUBLE, FLOAT -> DECIMAL;
        };
    }

    private static NumberKind of(Class<?> type) {
        if (type == Integer.class || type == Short.class || type == Byte.class) {
            return INTEGER;
        } else if (type == Long.class) {
            return LONG;
        } else if (type == BigDecimal.class || type == BigInteger.class) {
            return DECIMAL;
        }
        return type == Double.class || type == Float.class ? DOUBLE : NONE;
    }

    /** The node with its numbers brought to this kind. */
    Node convert(Node node) {
        return switch (this) {
            case NONE, INTEGER -> node;
            case LONG ->
                (state, parents) -> node.value(state, parents) instanceof Number number ? number.longValue() : null;
            case DECIMAL ->
                (state, parents) ->
                        node.value(state, parents) instanceof Number number ? Arithmetic.decimal(number) : null;
            case DOUBLE ->
                (state, parents) -> node.value(state, parents) instanceof Number number ? number.doubleValue() : null;
        };
    }
}
