package dev.quipu.graphql;

import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.FieldValueInfo;
import graphql.execution.FieldValueInfo.CompleteValueType;
import org.jspecify.annotations.Nullable;

/** Lets finished JSON through where graphql-java would walk over every value once more. */
final class FinishedJson {

    private FinishedJson() {}

    /** The completed value, or null if it is none of ours. */
    static @Nullable FieldValueInfo complete(ExecutionStrategyParameters parameters) {
        return parameters.getSource() instanceof Json json ? new FieldValueInfo(CompleteValueType.SCALAR, json) : null;
    }
}
