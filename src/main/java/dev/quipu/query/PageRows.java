package dev.quipu.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the subqueries over a page's rows. Rows are taken in the direction of travel, away from where paging began: downwards in
 * the ordering, or upwards when the window is {@link Window#backward}.
 */
final class PageRows {

    private final Window window;
    private final Range range;
    private final OrderedRange ordered;
    private final Keyset keyset;
    private final List<String> filter;
    private final List<String> within;
    private final Statement statement;

    PageRows(Statement statement, Page page, Range range) {
        this.statement = statement;
        this.window = page.window();
        this.range = range;
        this.ordered = new OrderedRange(page.ordering(), range, statement);
        this.keyset = new Keyset(page.ordering(), ordered, statement);
        this.filter = page.filter() == null
                ? List.of()
                : List.of(new ConditionCompiler(statement).predicate(page.filter(), range));
        this.within = new ArrayList<>(filter);
        if (window.after() != null) {
            within.add(keyset.beyond(window.after(), false));
        }
        if (window.before() != null) {
            within.add(keyset.beyond(window.before(), true));
        }
    }

    /** The page's rows as a JSON array, in the order of the ordering. */
    String list(String element) {
        return (window.backward() ? "ja_backwards" : "ja") + "((" + rows(element, window.size()) + "), 0)";
    }

    /** How many rows the filter leaves. */
    String count() {
        return "(select count(*)" + range.rows(filter) + ")";
    }

    /** What the rows that the filter leaves come to. */
    String aggregate(String object) {
        return "(select " + object + range.rows(filter) + ")";
    }

    /** The rows that the filter leaves, in groups, as a JSON array. */
    String groups(Grouping grouping) {
        return new GroupCompiler(grouping, range, statement).array(range.rows(filter));
    }

    /** The cursor of the row at hand. */
    String cursor() {
        return keyset.cursor();
    }

    /** The cursor of the page's first row in the direction of travel. */
    String nearestCursor() {
        return window.size() == 0 ? "null" : "(" + rows(cursor(), 1) + ")";
    }

    /** The cursor of its last. */
    String furthestCursor() {
        return window.size() == 0 ? "null" : "last_of((" + rows(cursor(), window.size()) + "), 0)";
    }

    /** Whether there are rows ahead of the page; the far cursor, if there is one, bounds the window there. */
    String ahead(@Nullable String farCursor) {
        int shown = (int) Math.min(Integer.MAX_VALUE, (long) window.offset() + window.size());
        String next = exists(within, statement.bind(shown));
        return farCursor == null
                ? truth(next)
                : truth(next + " or " + exists(outside(farCursor, !window.backward()), null));
    }

    /** Whether there are rows behind the page; the near cursor, if there is one, bounds the window there. */
    String behind(@Nullable String nearCursor) {
        if (nearCursor != null) {
            return truth(exists(outside(nearCursor, window.backward()), null));
        }
        return window.offset() == 0 ? "false" : truth(exists(within, null));
    }

    private List<String> outside(String cursor, boolean above) {
        List<String> conditions = new ArrayList<>(filter);
        conditions.add(keyset.notBeyond(cursor, above));
        return conditions;
    }

    private String rows(String element, int limit) {
        String offset = window.offset() == 0 ? "" : " offset " + statement.bind(window.offset());
        return "select " + element + ordered.rows(within) + " order by " + ordered.by(window.backward()) + " limit "
                + limit + offset;
    }

    /** Ordered by a constant, which PostgreSQL ignores: HQL wants an order where there is an offset. */
    private String exists(List<String> conditions, @Nullable String offset) {
        return "exists(select 1" + ordered.rows(conditions) + " order by 1 limit 1"
                + (offset == null ? "" : " offset " + offset) + ")";
    }

    private static String truth(String predicate) {
        return "case when " + predicate + " then true else false end";
    }
}
