package dev.quipu.graphql;

import dev.quipu.mutation.MutationRefusedException;
import dev.quipu.mutation.Refusal;
import graphql.GraphQLError;
import graphql.execution.MergedField;
import java.util.List;
import java.util.concurrent.CompletionException;

/** Turns what went wrong with an operation into errors, each at the root field that is to blame. */
final class MutationFaults {

    private final List<MergedField> fields;

    /** @param fields the root fields, in the order of the commands */
    MutationFaults(List<MergedField> fields) {
        this.fields = fields;
    }

    List<? extends GraphQLError> of(Throwable thrown) {
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        return cause instanceof MutationRefusedException refused
                ? refused.refusals().stream().map(this::error).toList()
                : ErrorMapping.of(cause);
    }

    private CodedError error(Refusal refusal) {
        CodedError error = RefusalErrors.of(refusal);
        MergedField field =
                refusal.place() == null ? null : fields.get(refusal.place().command());
        return field == null
                ? error
                : error.at(
                        List.of(field.getResultKey()),
                        List.of(field.getSingleField().getSourceLocation()));
    }
}
