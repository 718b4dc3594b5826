package dev.quipu.query;

import dev.quipu.model.EntityModel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * By what rows are ordered. The id is always the last key, so that no two rows are equal and a cursor has one place.
 *
 * @param keys the most significant first
 */
public record Ordering(EntityModel entity, List<SortKey> keys) {

    public Ordering {
        keys = List.copyOf(keys);
    }

    /** The ordering by these keys, of which the first of an attribute counts, and then by the id. */
    public static Ordering of(EntityModel entity, List<SortKey> keys) {
        List<SortKey> distinct = new ArrayList<>();
        for (SortKey key : keys) {
            if (distinct.stream().noneMatch(key::sameAttribute)) {
                distinct.add(key);
            }
        }
        SortKey id = new SortKey(List.of(), entity.id(), SortDirection.ASC);
        int end = distinct.indexOf(
                distinct.stream().filter(id::sameAttribute).findFirst().orElse(null));
        // whatever follows the id cannot decide anything
        return end < 0
                ? new Ordering(entity, append(distinct, id))
                : new Ordering(entity, distinct.subList(0, end + 1));
    }

    private static List<SortKey> append(List<SortKey> keys, SortKey last) {
        List<SortKey> all = new ArrayList<>(keys);
        all.add(last);
        return all;
    }

    /** A short text that tells this ordering from others; cursors carry it. */
    String fingerprint() {
        String text = entity.name() + keys.stream().map(SortKey::toString).collect(Collectors.joining(",", " by ", ""));
        return Integer.toUnsignedString(text.hashCode(), Character.MAX_RADIX);
    }
}
