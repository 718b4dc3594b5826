package dev.quipu.expr;

import java.math.BigDecimal;
import org.hibernate.query.sqm.ComparisonOperator;
import org.jspecify.annotations.Nullable;

/** SQL's comparisons, unknown if an operand is null. */
enum Comparison {
    EQUAL {
        @Override
        boolean accepts(int order) {
            return order == 0;
        }
    },
    NOT_EQUAL {
        @Override
        boolean accepts(int order) {
            return order != 0;
        }
    },
    LESS {
        @Override
        boolean accepts(int order) {
            return order < 0;
        }
    },
    LESS_OR_EQUAL {
        @Override
        boolean accepts(int order) {
            return order <= 0;
        }
    },
    GREATER {
        @Override
        boolean accepts(int order) {
            return order > 0;
        }
    },
    GREATER_OR_EQUAL {
        @Override
        boolean accepts(int order) {
            return order >= 0;
        }
    };

    abstract boolean accepts(int order);

    boolean ordering() {
        return this != EQUAL && this != NOT_EQUAL;
    }

    static Comparison of(ComparisonOperator operator) {
        return switch (operator) {
            case EQUAL -> EQUAL;
            case NOT_EQUAL -> NOT_EQUAL;
            case LESS_THAN -> LESS;
            case LESS_THAN_OR_EQUAL -> LESS_OR_EQUAL;
            case GREATER_THAN -> GREATER;
            case GREATER_THAN_OR_EQUAL -> GREATER_OR_EQUAL;
            default ->
                throw new ExpressionException(
                        "rules cannot use \"" + operator.sqlText() + "\"; write it with is null and =");
        };
    }

    @Nullable
    Boolean test(@Nullable Object left, @Nullable Object right) {
        return left == null || right == null ? null : accepts(compare(left, right));
    }

    /** Negative, 0 or positive; numbers by value, enums by name against texts. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    static int compare(Object left, Object right) {
        if (left instanceof Number x && right instanceof Number y) {
            return compareNumbers(x, y);
        }
        if (left instanceof Enum<?> x && right instanceof String y) {
            return x.name().compareTo(y);
        }
        if (left instanceof String x && right instanceof Enum<?> y) {
            return x.compareTo(y.name());
        }
        return ((Comparable) left).compareTo(right);
    }

    private static int compareNumbers(Number left, Number right) {
        if (left instanceof Double || right instanceof Double || left instanceof Float || right instanceof Float) {
            // adding 0 drops the sign of a negative zero
            return Double.compare(left.doubleValue() + 0.0, right.doubleValue() + 0.0);
        }
        if (left instanceof BigDecimal || right instanceof BigDecimal) {
            return Arithmetic.decimal(left).compareTo(Arithmetic.decimal(right));
        }
        return Long.compare(left.longValue(), right.longValue());
    }
}
