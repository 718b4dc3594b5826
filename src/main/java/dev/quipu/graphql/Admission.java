package dev.quipu.graphql;

import dev.quipu.graphql.limit.Complexity;
import dev.quipu.graphql.limit.TooMuchException;
import dev.quipu.security.UnauthenticatedException;
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
    private final Complexity complexity;

    Admission(Viewers viewers, Complexity complexity) {
        this.viewers = viewers;
        this.complexity = complexity;
    }

    /** The answer to an operation that may not run; null if it may. */
    @Nullable
    ExecutionResult refusal(ExecutionContext context, ExecutionStrategyParameters parameters) {
        if (asksForNothing(parameters)) {
            return null;
        }
        try {
            viewers.current();
            complexity.check(context);
            return null;
        } catch (UnauthenticatedException | TooMuchException e) {
            return new ExecutionResultImpl(List.copyOf(ErrorMapping.of(e)));
        }
    }

    /** In whose name an operation that was let in runs. */
    String caller(ExecutionStrategyParameters parameters) {
        return asksForNothing(parameters) ? "" : viewers.current().role();
    }

    /** {@code { __typename }} tells that the API is there and nothing else; health checks of gateways ask it. */
    private static boolean asksForNothing(ExecutionStrategyParameters parameters) {
        return parameters.getFields().getSubFieldsList().stream()
                .map(MergedField::getName)
                .allMatch(Introspection.TypeNameMetaFieldDef.getName()::equals);
    }
}
