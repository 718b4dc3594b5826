package dev.quipu.graphql;

import dev.quipu.account.LoggedIn;
import dev.quipu.graphql.fetch.AccountFetcher;
import dev.quipu.graphql.fetch.Asker;
import dev.quipu.graphql.limit.Complexity;
import dev.quipu.graphql.limit.TooMuchException;
import dev.quipu.security.Access;
import dev.quipu.security.Policy;
import dev.quipu.security.UnauthenticatedException;
import dev.quipu.security.Viewer;
import dev.quipu.security.Viewers;
import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.MergedField;
import graphql.introspection.Introspection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets in whoever may use the API, for as much as anybody may ask. Every operation passes here, queries and mutations alike. */
final class Admission {

    private final Viewers viewers;
    private final Policy policy;
    private final Complexity complexity;

    Admission(Viewers viewers, Policy policy, Complexity complexity) {
        this.viewers = viewers;
        this.policy = policy;
        this.complexity = complexity;
    }

    /** The answer to an operation that may not run; null if it may. */
    @Nullable
    ExecutionResult refusal(ExecutionContext context, ExecutionStrategyParameters parameters) {
        if (asksForNothing(parameters)) {
            return null;
        }
        try {
            context.getGraphQLContext().put(Access.class, policy.of(viewer(context, parameters)));
            complexity.check(context);
            return null;
        } catch (UnauthenticatedException | TooMuchException e) {
            return new ExecutionResultImpl(List.copyOf(ErrorMapping.of(e)));
        }
    }

    /** Whoever has shown a token; else whoever has none, which may be nobody, who may log in and no more. */
    private Viewer viewer(ExecutionContext context, ExecutionStrategyParameters parameters) {
        LoggedIn loggedIn = Asker.loggedIn(context.getGraphQLContext());
        if (loggedIn != null) {
            return loggedIn.viewer();
        }
        return RootFields.of(context, parameters).allMatch(AccountFetcher.class)
                ? viewers.newcomer()
                : viewers.current();
    }

    /** {@code { __typename }} tells that the API is there and nothing else; health checks of gateways ask it. */
    private static boolean asksForNothing(ExecutionStrategyParameters parameters) {
        return parameters.getFields().getSubFieldsList().stream()
                .map(MergedField::getName)
                .allMatch(Introspection.TypeNameMetaFieldDef.getName()::equals);
    }
}
