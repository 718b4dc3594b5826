package dev.quipu.graphql.fetch;

import dev.quipu.account.LoggedIn;
import dev.quipu.security.Access;
import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;

/** Finds whoever sent a request. */
public final class Asker {

    private Asker() {}

    /** Under which a transport puts a {@link LoggedIn} into the context, if it was shown a token that is valid. */
    public static final String LOGGED_IN = "quipu.logged-in";

    /** Under which a transport puts the address from which the request comes, a text. */
    public static final String ADDRESS = "quipu.address";

    /** Who they are; null if they have not logged in. */
    public static @Nullable LoggedIn loggedIn(GraphQLContext context) {
        return context.get(LOGGED_IN);
    }

    /** From where they ask. */
    static String address(DataFetchingEnvironment environment) {
        return environment.getGraphQlContext().getOrDefault(ADDRESS, "unknown");
    }

    /** What they may do. */
    public static Access access(DataFetchingEnvironment environment) {
        return environment.getGraphQlContext().get(Access.class);
    }
}
