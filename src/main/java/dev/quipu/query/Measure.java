package dev.quipu.query;

import dev.quipu.model.AttributeModel;
import dev.quipu.model.BasicAttribute;
import dev.quipu.model.BasicAttribute.Format;
import dev.quipu.model.ToOneAttribute;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One value computed over many rows.
 *
 * <pre>{@code new Measure(Aggregation.SUM, amountTotal)}</pre>
 *
 * @param attribute what of each row; null to count the rows, a reference to count those it points to
 */
public record Measure(Aggregation aggregation, @Nullable AttributeModel attribute) {

    /** How many rows. */
    public static final Measure COUNT = new Measure(Aggregation.COUNT, null);

    /** What comes out, described as an attribute that the database computes. Counts and sums outgrow the type of what they add. */
    public BasicAttribute result() {
        if (aggregation.counts()) {
            return computed("count", Long.class);
        }
        BasicAttribute basic = (BasicAttribute) Objects.requireNonNull(attribute);
        return switch (aggregation) {
            case SUM, AVG -> computed(basic.name(), rough(basic) ? Double.class : BigDecimal.class);
            default -> basic;
        };
    }

    /** Whether it can be null. */
    boolean nullable() {
        return !aggregation.counts();
    }

    /**
     * The HQL.
     *
     * @param only the predicate of the rows that count; null for all of the range
     */
    String over(Range range, @Nullable String only) {
        String value = attribute == null ? "*" : value(range, attribute);
        String measured = function() + value + ")";
        return only == null ? measured : measured + " filter (where " + only + ")";
    }

    private String function() {
        return switch (aggregation) {
            case COUNT -> "count(";
            case COUNT_DISTINCT -> "count(distinct ";
            case SUM -> isRough() ? "sum(" : "exact_sum(";
            case AVG -> isRough() ? "avg(" : "exact_avg(";
            case MIN -> "min(";
            case MAX -> "max(";
        };
    }

    /** The HQL of the measure of those rows alone, a scalar subquery. */
    String of(Range rows, @Nullable String where) {
        return "(select " + over(rows, null) + rows.rows(where == null ? List.of() : List.of(where)) + ")";
    }

    private static String value(Range range, AttributeModel attribute) {
        return attribute instanceof ToOneAttribute reference
                ? range.key(reference)
                : range.path((BasicAttribute) attribute);
    }

    private boolean isRough() {
        return attribute instanceof BasicAttribute basic && rough(basic);
    }

    private static boolean rough(BasicAttribute attribute) {
        return ValueKind.of(attribute) == ValueKind.FLOAT;
    }

    private static BasicAttribute computed(String name, Class<?> type) {
        return new BasicAttribute(name, false, "", -1, type, Format.PLAIN, true, 0, 0, 0, null, null, null);
    }

    /** {@code "sum(amountTotal)"}. */
    @Override
    public String toString() {
        return aggregation.name().toLowerCase(Locale.ROOT) + "(" + (attribute == null ? "" : attribute.name()) + ")";
    }
}
