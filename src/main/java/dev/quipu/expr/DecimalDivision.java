package dev.quipu.expr;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Division of decimals to as many digits as PostgreSQL gives: at least 16 significant ones, counted in its groups of four.
 */
public final class DecimalDivision {

    private static final int SIGNIFICANT_DIGITS = 16;
    private static final int GROUP = 4;
    private static final int MAX_SCALE = 1000;

    private DecimalDivision() {}

    /** @throws ArithmeticException on division by zero */
    public static BigDecimal divide(BigDecimal dividend, BigDecimal divisor) {
        return dividend.divide(divisor, scale(dividend, divisor), RoundingMode.HALF_UP);
    }

    private static int scale(BigDecimal dividend, BigDecimal divisor) {
        int weight = weight(dividend) - weight(divisor);
        if (firstGroup(dividend) <= firstGroup(divisor)) {
            weight--;
        }
        int scale = SIGNIFICANT_DIGITS - weight * GROUP;
        scale = Math.max(scale, Math.max(dividend.scale(), divisor.scale()));
        return Math.min(Math.max(scale, 0), MAX_SCALE);
    }

    /** The power of 10,000 of the first group that is not zero. */
    private static int weight(BigDecimal value) {
        return value.signum() == 0 ? 0 : Math.floorDiv(value.precision() - value.scale() - 1, GROUP);
    }

    private static int firstGroup(BigDecimal value) {
        return value.signum() == 0
                ? 0
                : value.abs()
                        .movePointLeft(weight(value) * GROUP)
                        .setScale(0, RoundingMode.DOWN)
                        .intValue();
    }
}
