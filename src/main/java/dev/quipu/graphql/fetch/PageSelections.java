package dev.quipu.graphql.fetch;

import dev.quipu.graphql.schema.Names;
import dev.quipu.graphql.schema.Shown;
import dev.quipu.model.EntityModel;
import dev.quipu.query.Page;
import dev.quipu.query.PagePart;
import dev.quipu.query.PagePart.EdgePart;
import dev.quipu.query.PagePart.InfoPart;
import graphql.schema.DataFetchingFieldSelectionSet;
import graphql.schema.SelectedField;
import java.util.List;
import java.util.Map;

/** Reads what is selected of a connection, and its arguments. */
final class PageSelections {

    private final Selections selections;
    private final WindowArguments windows;
    private final FilterArguments filters;
    private final OrderArguments orders;
    private final AggregateSelections aggregates;
    private final GroupSelections groups;

    PageSelections(Selections selections, Shown shown, WindowArguments windows) {
        this.selections = selections;
        this.windows = windows;
        this.filters = new FilterArguments(shown);
        this.orders = new OrderArguments(shown);
        this.aggregates = new AggregateSelections(shown);
        this.groups = new GroupSelections(shown, selections, aggregates, new GroupArguments(shown, filters, windows));
    }

    Page page(EntityModel entity, Map<String, Object> arguments, List<PagePart> parts) {
        return new Page(
                entity,
                filters.filter(entity, arguments.get("filter")),
                orders.ordering(entity, arguments.get("orderBy")),
                windows.window(arguments),
                parts);
    }

    List<PagePart> parts(EntityModel entity, DataFetchingFieldSelectionSet selected) {
        return selected.getImmediateFields().stream()
                .map(field -> part(entity, field))
                .toList();
    }

    private PagePart part(EntityModel entity, SelectedField field) {
        String key = field.getResultKey();
        return switch (field.getName()) {
            case "nodes" -> new PagePart.Nodes(key, selections.entity(entity, field.getSelectionSet()));
            case "edges" -> new PagePart.Edges(key, edge(entity, field.getSelectionSet()));
            case "pageInfo" -> new PagePart.Info(key, info(field.getSelectionSet()));
            case "totalCount" -> new PagePart.TotalCount(key);
            case "aggregate" -> new PagePart.Aggregate(key, aggregates.parts(entity, field.getSelectionSet()));
            case "groupBy" -> new PagePart.Groups(key, groups.grouping(entity, field));
            case Selections.TYPE_NAME -> new PagePart.Constant(key, Names.connection(entity));
            default -> throw unknown(field);
        };
    }

    private List<EdgePart> edge(EntityModel entity, DataFetchingFieldSelectionSet selected) {
        return selected.getImmediateFields().stream()
                .<EdgePart>map(field -> switch (field.getName()) {
                    case "cursor" -> new EdgePart.Cursor(field.getResultKey());
                    case "node" ->
                        new EdgePart.Node(field.getResultKey(), selections.entity(entity, field.getSelectionSet()));
                    case Selections.TYPE_NAME -> new EdgePart.Constant(field.getResultKey(), Names.edge(entity));
                    default -> throw unknown(field);
                })
                .toList();
    }

    private static List<InfoPart> info(DataFetchingFieldSelectionSet selected) {
        return selected.getImmediateFields().stream()
                .<InfoPart>map(field -> switch (field.getName()) {
                    case "hasNextPage" -> new InfoPart.HasNextPage(field.getResultKey());
                    case "hasPreviousPage" -> new InfoPart.HasPreviousPage(field.getResultKey());
                    case "startCursor" -> new InfoPart.StartCursor(field.getResultKey());
                    case "endCursor" -> new InfoPart.EndCursor(field.getResultKey());
                    case Selections.TYPE_NAME -> new InfoPart.Constant(field.getResultKey(), "PageInfo");
                    default -> throw unknown(field);
                })
                .toList();
    }

    private static IllegalStateException unknown(SelectedField field) {
        return new IllegalStateException("the schema has " + field.getName() + ", which nothing reads here");
    }
}
