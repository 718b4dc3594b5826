package dev.quipu.graphql.fetch;

import static graphql.schema.FieldCoordinates.coordinates;

import dev.quipu.graphql.schema.Names;
import dev.quipu.graphql.schema.Shown;
import dev.quipu.model.EntityModel;
import dev.quipu.model.Model;
import dev.quipu.query.PagePart;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLCodeRegistry;
import jakarta.inject.Singleton;
import java.util.List;

/** What answers the fields of {@code Query}. */
@Singleton
public class QueryFetchers implements RootFetchers {

    private static final String QUERY = "Query";

    private final Shown shown;
    private final Selections selections;
    private final Reads reads;

    QueryFetchers(Model model, Selections selections, Reads reads) {
        this.shown = new Shown(model);
        this.selections = selections;
        this.reads = reads;
    }

    @Override
    public void register(GraphQLCodeRegistry.Builder registry) {
        NodeFetchers nodes = new NodeFetchers(shown, selections, reads);
        register(registry, "node", nodes::one);
        register(registry, "nodes", nodes::several);
        shown.entities().forEach(entity -> register(registry, entity));
    }

    private void register(GraphQLCodeRegistry.Builder registry, EntityModel entity) {
        LookupFetchers lookups = new LookupFetchers(entity, selections, reads);
        register(registry, Names.field(entity), lookups::byId);
        shown.uniqueKeys(entity)
                .forEach(key -> register(registry, Names.byKey(entity, key), lookups.byKey(key, shown)));
        KnownSelections<List<PagePart>> known = new KnownSelections<>();
        register(
                registry,
                Names.plural(entity),
                environment -> reads.json(
                        environment,
                        (reader, session) -> reader.page(
                                session,
                                selections.page(
                                        entity,
                                        environment.getArguments(),
                                        known.of(
                                                environment,
                                                () -> selections.pageParts(entity, environment.getSelectionSet()))))));
    }

    private static void register(GraphQLCodeRegistry.Builder registry, String field, DataFetcher<?> fetcher) {
        registry.dataFetcher(coordinates(QUERY, field), fetcher);
    }
}
