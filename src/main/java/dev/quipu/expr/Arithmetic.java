package dev.quipu.expr;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.hibernate.query.sqm.BinaryArithmeticOperator;
import org.hibernate.query.sqm.tree.expression.NumericTypeCategory;
import org.jspecify.annotations.Nullable;

/**
 * The operations on numbers, as PostgreSQL does them: null in, null out; whole numbers stay whole and overflow is an error;
 * decimals are exact; a double makes the result a double.
 */
enum Arithmetic {
    ADD {
        @Override
        long apply(long left, long right) {
            return Math.addExact(left, right);
        }

        @Override
        BigDecimal apply(BigDecimal left, BigDecimal right) {
            return left.add(right);
        }

        @Override
        double apply(double left, double right) {
            return left + right;
        }
    },
    SUBTRACT {
        @Override
        long apply(long left, long right) {
            return Math.subtractExact(left, right);
        }

        @Override
        BigDecimal apply(BigDecimal left, BigDecimal right) {
            return left.subtract(right);
        }

        @Override
        double apply(double left, double right) {
            return left - right;
        }
    },
    MULTIPLY {
        @Override
        long apply(long left, long right) {
            return Math.multiplyExact(left, right);
        }

        @Override
        BigDecimal apply(BigDecimal left, BigDecimal right) {
            return left.multiply(right);
        }

        @Override
        double apply(double left, double right) {
            return left * right;
        }
    },
    DIVIDE {
        @Override
        long apply(long left, long right) {
            if (left == Long.MIN_VALUE && right == -1) {
                throw new ArithmeticException("long overflow");
            }
            return left / right;
        }

        @Override
        BigDecimal apply(BigDecimal left, BigDecimal right) {
            return DecimalDivision.divide(left, right);
        }

        @Override
        double apply(double left, double right) {
            if (right == 0) {
                throw new ArithmeticException("division by zero");
            }
            return left / right;
        }
    },
    MODULO {
        @Override
        long apply(long left, long right) {
            return left % right;
        }

        @Override
        BigDecimal apply(BigDecimal left, BigDecimal right) {
            return left.remainder(right);
        }

        @Override
        double apply(double left, double right) {
            throw new ArithmeticException("a double has no remainder");
        }
    };

    abstract long apply(long left, long right);

    abstract BigDecimal apply(BigDecimal left, BigDecimal right);

    abstract double apply(double left, double right);

    static Arithmetic of(BinaryArithmeticOperator operator) {
        return switch (operator) {
            case ADD -> ADD;
            case SUBTRACT -> SUBTRACT;
            case MULTIPLY -> MULTIPLY;
            case DIVIDE, DIVIDE_PORTABLE, QUOT -> DIVIDE;
            case MODULO -> MODULO;
        };
    }

    @Nullable
    Number apply(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return null;
        }
        if (!(left instanceof Number x) || !(right instanceof Number y)) {
            throw new ExpressionException("rules calculate with numbers only, not with "
                    + left.getClass().getSimpleName() + " and "
                    + right.getClass().getSimpleName());
        }
        if (inexact(x) || inexact(y)) {
            return apply(x.doubleValue(), y.doubleValue());
        }
        if (wide(x) || wide(y)) {
            return apply(decimal(x), decimal(y));
        }
        long result = apply(x.longValue(), y.longValue());
        if (x instanceof Long || y instanceof Long) {
            return result;
        }
        return Math.toIntExact(result);
    }

    private static boolean inexact(Number number) {
        return number instanceof Double || number instanceof Float;
    }

    private static boolean wide(Number number) {
        return number instanceof BigDecimal || number instanceof BigInteger;
    }

    static BigDecimal decimal(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        if (number instanceof BigInteger integer) {
            return new BigDecimal(integer);
        }
        return inexact(number) ? BigDecimal.valueOf(number.doubleValue()) : BigDecimal.valueOf(number.longValue());
    }

    /** PostgreSQL reads {@code 1.5} as a decimal, whatever HQL calls it. */
    static Number literal(String text, NumericTypeCategory category) {
        return switch (category) {
            case INTEGER -> Integer.valueOf(text);
            case LONG -> Long.valueOf(text);
            case BIG_INTEGER -> new BigDecimal(new BigInteger(text));
            case BIG_DECIMAL, DOUBLE, FLOAT -> new BigDecimal(text);
        };
    }
}
