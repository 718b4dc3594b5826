package dev.quipu.graphql.fetch;

import graphql.schema.GraphQLCodeRegistry;

/**
 * Registers what answers some of the root fields, under their coordinates. Every bean of this type is asked at startup; a root
 * field that nobody registers stops the start.
 *
 * <pre>{@code registry.dataFetcher(FieldCoordinates.coordinates("Query", "order"), environment -> ..)}</pre>
 */
public interface RootFetchers {

    void register(GraphQLCodeRegistry.Builder registry);
}
