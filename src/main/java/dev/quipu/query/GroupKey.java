package dev.quipu.query;

import dev.quipu.model.AttributeModel;
import dev.quipu.model.BasicAttribute;
import dev.quipu.model.ToOneAttribute;
import dev.quipu.security.ForbiddenException;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of a group have in common.
 *
 * @param attribute a plain attribute, or a reference
 * @param bucket the span of time in which its values fall together; null for the values themselves
 */
public record GroupKey(AttributeModel attribute, @Nullable Bucket bucket) {

    String expression(Range range, String timeZone) {
        boolean everywhere = attribute instanceof ToOneAttribute reference
                ? range.keyGuard(reference) == null
                : range.guard(attribute.name()) == null;
        if (!everywhere) {
            // an expression with parameters is never the same as another for PostgreSQL, so no key can be masked
            throw new ForbiddenException("Grouping by " + range.entity().name() + "." + attribute.name());
        }
        if (attribute instanceof ToOneAttribute reference) {
            return range.key(reference);
        }
        String path = range.path((BasicAttribute) attribute);
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
