package dev.quipu.graphql;

import dev.quipu.graphql.fetch.WriteOptions;
import dev.quipu.graphql.schema.Names;
import dev.quipu.security.Access;
import graphql.execution.ExecutionContext;
import java.util.List;

/** Reads what a request says of its mutation as a whole. */
final class OptionReader {

    private OptionReader() {}

    /**
     * The options.
     *
     * @throws dev.quipu.query.RefusedInputException if one of them is malformed
     */
    static WriteOptions read(ExecutionContext context) {
        Access access = context.getGraphQLContext().get(Access.class);
        return new WriteOptions(
                access,
                has(context, Names.PREVIEW),
                has(context, Names.EXPLAIN),
                KeyHeader.read(context, access.viewer().key()));
    }

    /** Operations that are written as code would happen in earnest. */
    static List<CodedError> notForCode() {
        return List.of(new CodedError(
                ErrorCode.BAD_USER_INPUT,
                "@preview, @explain and Idempotency-Key are for derived mutations; operations written as code have"
                        + " transactions of their own."));
    }

    private static boolean has(ExecutionContext context, String directive) {
        return context.getOperationDefinition().hasDirective(directive);
    }
}
