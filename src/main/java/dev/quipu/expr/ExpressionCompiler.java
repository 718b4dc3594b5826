package dev.quipu.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.query.sqm.UnaryArithmeticOperator;
import org.hibernate.query.sqm.tree.SqmTypedNode;
import org.hibernate.query.sqm.tree.domain.SqmPath;
import org.hibernate.query.sqm.tree.expression.SqmBinaryArithmetic;
import org.hibernate.query.sqm.tree.expression.SqmCaseSearched;
import org.hibernate.query.sqm.tree.expression.SqmCaseSimple;
import org.hibernate.query.sqm.tree.expression.SqmCoalesce;
import org.hibernate.query.sqm.tree.expression.SqmEnumLiteral;
import org.hibernate.query.sqm.tree.expression.SqmExpression;
import org.hibernate.query.sqm.tree.expression.SqmFunction;
import org.hibernate.query.sqm.tree.expression.SqmHqlNumericLiteral;
import org.hibernate.query.sqm.tree.expression.SqmLiteral;
import org.hibernate.query.sqm.tree.expression.SqmLiteralNull;
import org.hibernate.query.sqm.tree.expression.SqmUnaryOperation;
import org.hibernate.query.sqm.tree.predicate.SqmPredicate;
import org.jspecify.annotations.Nullable;

/** Turns SQM expressions into nodes; predicates are {@link PredicateCompiler}'s. */
final class ExpressionCompiler {

    private final PathCompiler paths;
    private final PredicateCompiler predicates = new PredicateCompiler(this);

    ExpressionCompiler(SessionFactoryImplementor sessionFactory, String entityName) {
        this.paths = new PathCompiler(sessionFactory, entityName);
    }

    Set<PropertyPath> reads() {
        return paths.reads();
    }

    static Class<?> javaType(SqmTypedNode<?> node) {
        var type = node.getNodeType();
        return type == null ? Object.class : type.getExpressibleJavaType().getJavaTypeClass();
    }

    Node compile(SqmTypedNode<?> node) {
        if (node instanceof SqmPredicate predicate) {
            return predicates.compile(predicate);
        } else if (node instanceof SqmPath<?> path) {
            return paths.compile(path);
        } else if (node instanceof SqmLiteralNull<?>) {
            return (state, parents) -> null;
        } else if (node instanceof SqmEnumLiteral<?> literal) {
            return constant(literal.getEnumValue());
        } else if (node instanceof SqmHqlNumericLiteral<?> literal) {
            return constant(Arithmetic.literal(literal.getUnparsedLiteralValue(), literal.getTypeCategory()));
        } else if (node instanceof SqmLiteral<?> literal) {
            return constant(literal.getLiteralValue());
        } else if (node instanceof SqmBinaryArithmetic<?> binary) {
            return binary(binary);
        } else if (node instanceof SqmUnaryOperation<?> unary) {
            return unary(unary);
        } else if (node instanceof SqmCaseSearched<?> cases) {
            return searchedCase(cases);
        } else if (node instanceof SqmCaseSimple<?, ?> cases) {
            return simpleCase(cases);
        } else if (node instanceof SqmCoalesce<?> coalesce) {
            return NumberKind.of(coalesce).convert(Functions.compile("coalesce", compileAll(coalesce.getArguments())));
        } else if (node instanceof SqmFunction<?> function) {
            return function(function);
        }
        throw new ExpressionException("rules cannot use \"" + text(node)
                + "\"; they can use attributes, literals, + - * / %, comparisons, and/or/not, is null, in, between, like, case and "
                + Functions.names());
    }

    private Node function(SqmFunction<?> function) {
        Functions.requireKnown(function.getFunctionName());
        Node node = Functions.compile(function.getFunctionName(), compileAll(function.getArguments()));
        return NumberKind.of(function).convert(node);
    }

    private static String text(SqmTypedNode<?> node) {
        return node instanceof SqmExpression<?> expression ? expression.asLoggableText() : node.toString();
    }

    List<Node> compileAll(List<? extends SqmTypedNode<?>> nodes) {
        List<Node> compiled = new ArrayList<>();
        nodes.forEach(node -> compiled.add(compile(node)));
        return compiled;
    }

    private static Node constant(@Nullable Object value) {
        return (state, parents) -> value;
    }

    private Node binary(SqmBinaryArithmetic<?> binary) {
        Node left = compile(binary.getLeftHandOperand());
        Node right = compile(binary.getRightHandOperand());
        Arithmetic operation = Arithmetic.of(binary.getOperator());
        return (state, parents) -> operation.apply(left.value(state, parents), right.value(state, parents));
    }

    private Node unary(SqmUnaryOperation<?> unary) {
        Node operand = compile(unary.getOperand());
        return unary.getOperation() == UnaryArithmeticOperator.UNARY_PLUS
                ? operand
                : (state, parents) -> Arithmetic.SUBTRACT.apply(0, operand.value(state, parents));
    }

    private Node searchedCase(SqmCaseSearched<?> cases) {
        List<Node> conditions = new ArrayList<>();
        List<Node> results = new ArrayList<>();
        cases.getWhenFragments().forEach(when -> {
            conditions.add(predicates.compile(when.getPredicate()));
            results.add(compile(when.getResult()));
        });
        return NumberKind.of(cases).convert(Logic.cases(conditions, results, otherwise(cases.getOtherwise())));
    }

    private Node simpleCase(SqmCaseSimple<?, ?> cases) {
        Node fixture = compile(cases.getFixture());
        List<Node> conditions = new ArrayList<>();
        List<Node> results = new ArrayList<>();
        cases.getWhenFragments().forEach(when -> {
            Node check = compile(when.getCheckValue());
            conditions.add((state, parents) ->
                    Comparison.EQUAL.test(fixture.value(state, parents), check.value(state, parents)));
            results.add(compile(when.getResult()));
        });
        return NumberKind.of(cases).convert(Logic.cases(conditions, results, otherwise(cases.getOtherwise())));
    }

    /** What a case may give. */
    static List<@Nullable SqmExpression<?>> results(SqmCaseSearched<?> cases) {
        List<@Nullable SqmExpression<?>> results = new ArrayList<>();
        cases.getWhenFragments().forEach(when -> results.add(when.getResult()));
        results.add(cases.getOtherwise());
        return results;
    }

    /** What a case may give. */
    static List<@Nullable SqmExpression<?>> results(SqmCaseSimple<?, ?> cases) {
        List<@Nullable SqmExpression<?>> results = new ArrayList<>();
        cases.getWhenFragments().forEach(when -> results.add(when.getResult()));
        results.add(cases.getOtherwise());
        return results;
    }

    private Node otherwise(@Nullable SqmExpression<?> otherwise) {
        return otherwise == null ? constant(null) : compile(otherwise);
    }
}
