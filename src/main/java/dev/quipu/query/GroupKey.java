package dev.quipu.query;

import dev.quipu.model.AttributeModel;
import dev.quipu.model.BasicAttribute;
import dev.quipu.model.ToOneAttribute;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of a group have in common.
 *
 * @param attribute a plain attribute, or a reference
 * @param bucket the span of time in which its values fall together; null for the values themselves
 */
public record GroupKey(AttributeModel attribute, @Nullable Bucket bucket) {

    String expression(Range range, String timeZone) {
        String path = range.path(attribute.name());
        if (attribute instanceof ToOneAttribute) {
            return "fk(" + path + ")";
        }
        if (bucket == null) {
            return path;
        }
        String unit = Statement.literal(bucket.unit());
        return ValueKind.of((BasicAttribute) attribute) == ValueKind.DATE
                ? "date_bucket(" + unit + ", " + path + ", 0)"
                : "time_bucket(" + unit + ", " + path + ", " + Statement.literal(timeZone) + ", 0)";
    }

    /** The value as clients read it. */
    String printed(Range range, String timeZone) {
        return Printing.value((BasicAttribute) attribute, expression(range, timeZone));
    }

    /** Whether both take the same attribute, be it in different spans of time. */
    public boolean sameAttribute(GroupKey other) {
        return attribute.name().equals(other.attribute.name());
    }

    /** {@code "placedAt by MONTH"}. */
    @Override
    public String toString() {
        return bucket == null ? attribute.name() : attribute.name() + " by " + bucket;
    }
}
