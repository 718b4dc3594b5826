package dev.quipu.graphql.fetch;

import graphql.schema.DataFetcher;

/** Answers a root field that is there for those who have not logged in, too. One of a mutation stands alone in its operation. */
public interface AccountFetcher extends DataFetcher<Object> {}
