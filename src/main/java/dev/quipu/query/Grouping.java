package dev.quipu.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of groups of rows.
 *
 * @param keys at least one, each of another attribute
 * @param having which groups count; null for all
 * @param orders the most significant first; the keys decide the rest, so that the order is always the same
 * @param timeZone where days begin, for the buckets of instants: the IANA name of a zone
 */
public record Grouping(
        List<GroupKey> keys,
        @Nullable MeasureCondition having,
        List<GroupOrder> orders,
        int size,
        int offset,
        String timeZone,
        List<GroupPart> parts) {

    public Grouping {
        keys = List.copyOf(keys);
        orders = List.copyOf(orders);
        parts = List.copyOf(parts);
    }
}
