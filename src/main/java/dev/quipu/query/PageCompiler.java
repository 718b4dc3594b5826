package dev.quipu.query;

import dev.quipu.query.PagePart.EdgePart;
import dev.quipu.query.PagePart.InfoPart;

/** Writes the JSON object of a page. Its parts are scalar subqueries over the same rows, and so over the same snapshot. */
final class PageCompiler {

    private final SelectionCompiler selections;
    private final Page page;
    private final Range range;
    private final PageRows rows;

    PageCompiler(Statement statement, Page page, Range range) {
        this.selections = new SelectionCompiler(statement);
        this.page = page;
        this.range = range;
        this.rows = new PageRows(statement, page, range);
    }

    /** {@code jo('nodes', ja((select ..), 0), 'totalCount', (select count(*) ..), 0)}. */
    String object() {
        return SelectionCompiler.object(
                page.parts().stream().map(part -> SelectionCompiler.pair(part.key(), value(part))));
    }

    private String value(PagePart part) {
        if (part instanceof PagePart.Nodes nodes) {
            return rows.list(selections.object(nodes.selection(), range));
        }
        if (part instanceof PagePart.Edges edges) {
            return rows.list(SelectionCompiler.object(
                    edges.parts().stream().map(edge -> SelectionCompiler.pair(edge.key(), value(edge)))));
        }
        if (part instanceof PagePart.Info info) {
            return SelectionCompiler.object(
                    info.parts().stream().map(item -> SelectionCompiler.pair(item.key(), value(item))));
        }
        if (part instanceof PagePart.TotalCount) {
            return rows.count();
        }
        if (part instanceof PagePart.Groups groups) {
            return rows.groups(groups.grouping());
        }
        if (part instanceof PagePart.Aggregate aggregate) {
            String object = new AggregateCompiler(range).object(aggregate.parts());
            return AggregatePart.measures(aggregate.parts()) ? rows.aggregate(object) : object;
        }
        return Statement.literal(((PagePart.Constant) part).text());
    }

    private String value(EdgePart part) {
        if (part instanceof EdgePart.Cursor) {
            return rows.cursor();
        }
        if (part instanceof EdgePart.Node node) {
            return selections.object(node.selection(), range);
        }
        return Statement.literal(((EdgePart.Constant) part).text());
    }

    private String value(InfoPart part) {
        if (part instanceof InfoPart.HasNextPage) {
            return page.window().backward()
                    ? rows.behind(page.window().before())
                    : rows.ahead(page.window().before());
        }
        if (part instanceof InfoPart.HasPreviousPage) {
            return page.window().backward()
                    ? rows.ahead(page.window().after())
                    : rows.behind(page.window().after());
        }
        if (part instanceof InfoPart.StartCursor) {
            return page.window().backward() ? rows.furthestCursor() : rows.nearestCursor();
        }
        if (part instanceof InfoPart.EndCursor) {
            return page.window().backward() ? rows.nearestCursor() : rows.furthestCursor();
        }
        return Statement.literal(((InfoPart.Constant) part).text());
    }
}
