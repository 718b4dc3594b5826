package dev.quipu.graphql;

import graphql.ExecutionResult;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.FieldValueInfo;
import java.util.concurrent.CompletableFuture;

/** Answers the root fields of a query side by side. */
final class QueryStrategy extends AsyncExecutionStrategy {

    private final Admission admission;

    QueryStrategy(Admission admission) {
        super(new FetchFaults());
        this.admission = admission;
    }

    @Override
    public CompletableFuture<ExecutionResult> execute(
            ExecutionContext context, ExecutionStrategyParameters parameters) {
        ExecutionResult refusal = admission.refusal(context, parameters);
        return refusal == null ? super.execute(context, parameters) : CompletableFuture.completedFuture(refusal);
    }

    @Override
    protected FieldValueInfo completeValue(ExecutionContext context, ExecutionStrategyParameters parameters) {
        FieldValueInfo finished = FinishedJson.complete(parameters);
        return finished == null ? super.completeValue(context, parameters) : finished;
    }
}
