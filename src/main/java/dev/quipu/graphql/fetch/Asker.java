package dev.quipu.graphql.fetch;

import dev.quipu.security.Access;
import graphql.schema.DataFetchingEnvironment;

/** Finds whoever sent a request. */
public final class Asker {

    private Asker() {}

    /** What they may do. */
    public static Access access(DataFetchingEnvironment environment) {
        return environment.getGraphQlContext().get(Access.class);
    }
}
