package dev.quipu.expr;

import jakarta.persistence.criteria.Predicate.BooleanOperator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Three-valued logic: true, false, and null for unknown. */
final class Logic {

    private Logic() {}

    static Node not(Node operand) {
        return (state, parents) -> {
            Boolean value = (Boolean) operand.value(state, parents);
            return value == null ? null : !value;
        };
    }

    static @Nullable Boolean and(@Nullable Boolean left, @Nullable Boolean right) {
        if (Boolean.FALSE.equals(left) || Boolean.FALSE.equals(right)) {
            return false;
        }
        return left == null || right == null ? null : true;
    }

    /** All of them, or any of them: decided by the first that decides, unknown if none does and one is unknown. */
    static Node junction(BooleanOperator operator, List<Node> operands) {
        Boolean decisive = operator == BooleanOperator.OR;
        return (state, parents) -> {
            @Nullable Boolean result = !decisive;
            for (Node operand : operands) {
                Object value = operand.value(state, parents);
                if (decisive.equals(value)) {
                    return decisive;
                }
                if (value == null) {
                    result = null;
                }
            }
            return result;
        };
    }

    static Node in(Node operand, List<Node> elements) {
        return (state, parents) -> {
            Object value = operand.value(state, parents);
            @Nullable Boolean result = false;
            for (Node element : elements) {
                Boolean equal = Comparison.EQUAL.test(value, element.value(state, parents));
                if (Boolean.TRUE.equals(equal)) {
                    return true;
                }
                if (equal == null) {
                    result = null;
                }
            }
            return result;
        };
    }

    static Node cases(List<Node> conditions, List<Node> results, Node otherwise) {
        return (state, parents) -> {
            for (int i = 0; i < conditions.size(); i++) {
                if (Boolean.TRUE.equals(conditions.get(i).value(state, parents))) {
                    return results.get(i).value(state, parents);
                }
            }
            return otherwise.value(state, parents);
        };
    }
}
