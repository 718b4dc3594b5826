package dev.quipu.graphql.fetch;

import graphql.schema.DataFetcher;

/** Understands a root field without carrying it out. */
public interface MutationPlanner extends DataFetcher<PlannedMutation> {}
