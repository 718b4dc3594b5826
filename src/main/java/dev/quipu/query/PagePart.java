package dev.quipu.query;

import java.util.List;

/** One part of a page's answer. */
public sealed interface PagePart {

    String key();

    /** The rows. */
    record Nodes(String key, Selection selection) implements PagePart {}

    /** The rows, each with its cursor. */
    record Edges(String key, List<EdgePart> parts) implements PagePart {
        public Edges {
            parts = List.copyOf(parts);
        }
    }

    /** Where the page lies among its neighbours. */
    record Info(String key, List<InfoPart> parts) implements PagePart {
        public Info {
            parts = List.copyOf(parts);
        }
    }

    /** How many rows the filter leaves, on all pages. */
    record TotalCount(String key) implements PagePart {}

    /** What the rows that the filter leaves come to, on all pages. */
    record Aggregate(String key, List<AggregatePart> parts) implements PagePart {
        public Aggregate {
            parts = List.copyOf(parts);
        }
    }

    /** The rows that the filter leaves, on all pages, in groups. */
    record Groups(String key, Grouping grouping) implements PagePart {}

    /** A text that is the same for every page. */
    record Constant(String key, String text) implements PagePart {}

    /** One part of an edge. */
    sealed interface EdgePart {

        String key();

        record Cursor(String key) implements EdgePart {}

        record Node(String key, Selection selection) implements EdgePart {}

        record Constant(String key, String text) implements EdgePart {}
    }

    /** One part of a page info. */
    sealed interface InfoPart {

        String key();

        record HasNextPage(String key) implements InfoPart {}

        record HasPreviousPage(String key) implements InfoPart {}

        record StartCursor(String key) implements InfoPart {}

        record EndCursor(String key) implements InfoPart {}

        record Constant(String key, String text) implements InfoPart {}
    }
}
