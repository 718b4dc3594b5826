package dev.quipu.graphql;

import dev.quipu.graphql.fetch.MutationPlanner;
import dev.quipu.graphql.fetch.PlannedMutation;
import dev.quipu.graphql.fetch.Writes;
import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.GraphQLError;
import graphql.execution.AsyncSerialExecutionStrategy;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.FetchedValue;
import graphql.execution.FieldValueInfo;
import graphql.execution.MergedField;
import graphql.execution.ResultPath;
import graphql.introspection.Introspection;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Answers a mutation. First every root field is understood, then all are carried out in one transaction; if one fails, none has
 * happened, and there is no data beside the errors. Operations that are written as code and have nothing to do with entities run one
 * after another, as stock.
 */
final class MutationStrategy extends AsyncSerialExecutionStrategy {

    private final Admission admission;
    private final Writes writes;

    MutationStrategy(Admission admission, Writes writes) {
        super(new FetchFaults());
        this.admission = admission;
        this.writes = writes;
    }

    @Override
    public CompletableFuture<ExecutionResult> execute(
            ExecutionContext context, ExecutionStrategyParameters parameters) {
        ExecutionResult refusal = admission.refusal(parameters);
        if (refusal != null) {
            return CompletableFuture.completedFuture(refusal);
        }
        List<MergedField> mutations = parameters.getFields().getSubFieldsList().stream()
                .filter(field -> !asksForType(field))
                .toList();
        List<MergedField> planned = mutations.stream()
                .filter(field -> isPlanned(context, parameters, field))
                .toList();
        if (planned.isEmpty()) {
            return super.execute(context, parameters);
        }
        return planned.size() == mutations.size()
                ? together(context, parameters, planned)
                : failed(
                        List.of(
                                new CodedError(
                                        ErrorCode.BAD_USER_INPUT,
                                        "Operations written as code that return and take no entities have transactions of their own; send them in a request of their own.")));
    }

    private CompletableFuture<ExecutionResult> together(
            ExecutionContext context, ExecutionStrategyParameters parameters, List<MergedField> fields) {
        List<PlannedMutation> plan = new ArrayList<>();
        for (MergedField field : fields) {
            FetchedValue understood = fetched(context, parameters, field);
            if (understood.getFetchedValue() instanceof PlannedMutation mutation) {
                plan.add(mutation);
            }
        }
        if (!context.getErrors().isEmpty()) {
            return failed(context.getErrors());
        }
        return writes.payloads(plan)
                .handle((payloads, thrown) -> thrown == null
                        ? succeeded(parameters, payloads)
                        : failed(new MutationFaults(fields).of(thrown)))
                .toCompletableFuture()
                .thenCompose(result -> result);
    }

    @SuppressWarnings("unchecked")
    private FetchedValue fetched(ExecutionContext context, ExecutionStrategyParameters parameters, MergedField field) {
        ResultPath path = parameters.getPath().segment(field.getResultKey());
        Object fetched = fetchField(
                context, parameters.transform(place -> place.field(field).path(path)));
        // planners answer at once, but what one throws comes as a future
        return fetched instanceof CompletableFuture<?> future
                ? ((CompletableFuture<FetchedValue>) future).join()
                : (FetchedValue) fetched;
    }

    private CompletableFuture<ExecutionResult> succeeded(ExecutionStrategyParameters parameters, List<Json> payloads) {
        Map<String, Object> data = new LinkedHashMap<>();
        Iterator<Json> next = payloads.iterator();
        for (MergedField field : parameters.getFields().getSubFieldsList()) {
            data.put(
                    field.getResultKey(),
                    asksForType(field) ? rootType(parameters).getName() : next.next());
        }
        return CompletableFuture.completedFuture(new ExecutionResultImpl(data, List.of()));
    }

    private static CompletableFuture<ExecutionResult> failed(List<? extends GraphQLError> errors) {
        return CompletableFuture.completedFuture(new ExecutionResultImpl(null, List.copyOf(errors)));
    }

    private boolean isPlanned(ExecutionContext context, ExecutionStrategyParameters parameters, MergedField field) {
        GraphQLObjectType type = rootType(parameters);
        GraphQLFieldDefinition definition = getFieldDef(context.getGraphQLSchema(), type, field.getSingleField());
        return context.getGraphQLSchema().getCodeRegistry().getDataFetcher(type, definition) instanceof MutationPlanner;
    }

    private static GraphQLObjectType rootType(ExecutionStrategyParameters parameters) {
        return (GraphQLObjectType) parameters.getExecutionStepInfo().getUnwrappedNonNullType();
    }

    private static boolean asksForType(MergedField field) {
        return field.getName().equals(Introspection.TypeNameMetaFieldDef.getName());
    }

    @Override
    protected FieldValueInfo completeValue(ExecutionContext context, ExecutionStrategyParameters parameters) {
        FieldValueInfo finished = FinishedJson.complete(parameters);
        return finished == null ? super.completeValue(context, parameters) : finished;
    }
}
