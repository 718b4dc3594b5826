package dev.quipu.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes what keyset paging compares: whether a row comes after or before the one that a cursor marks, key by key, each in its own
 * direction, nulls where the ordering puts them.
 */
final class Keyset {

    private final Ordering ordering;
    private final OrderedRange rows;
    private final Statement statement;

    Keyset(Ordering ordering, OrderedRange rows, Statement statement) {
        this.ordering = ordering;
        this.rows = rows;
        this.statement = statement;
    }

    /** The cursor of the row at hand: the ordering's values as an opaque text. */
    String cursor() {
        return ordering.keys().stream()
                .map(key -> Printing.key(key, rows.path(key)))
                .collect(Collectors.joining(
                        ", ", "opaque_list(" + Statement.literal(ordering.fingerprint()) + ", ", ", 0)"));
    }

    /** The row lies below the cursor's row in the ordering, or above it. */
    String beyond(String cursor, boolean above) {
        return compare(cursor, above, false);
    }

    /** The row is the cursor's, or lies on its other side than {@link #beyond} says. */
    String notBeyond(String cursor, boolean above) {
        return compare(cursor, !above, true);
    }

    /** (k1 beyond v1) or (k1 = v1 and k2 beyond v2) or ..; with the row itself, if it is included. */
    private String compare(String cursor, boolean above, boolean inclusive) {
        List<@Nullable Object> values = Cursor.decode(cursor, ordering);
        List<String> alternatives = new ArrayList<>();
        StringBuilder equalSoFar = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            KeyComparison key = comparison(ordering.keys().get(i), values.get(i), above);
            String beyond = key.beyond();
            if (beyond != null) {
                alternatives.add(equalSoFar + beyond);
            }
            equalSoFar.append(key.equal()).append(" and ");
        }
        if (inclusive) {
            alternatives.add(equalSoFar.substring(0, equalSoFar.length() - " and ".length()));
        }
        return alternatives.isEmpty() ? "false" : alternatives.stream().collect(Collectors.joining(" or ", "(", ")"));
    }

    private KeyComparison comparison(SortKey key, @Nullable Object value, boolean above) {
        return new KeyComparison(key, rows.path(key), value == null ? null : statement.bind(value), above);
    }
}
