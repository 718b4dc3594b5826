package dev.quipu.graphql;

import dev.quipu.graphql.fetch.AccountFetcher;
import dev.quipu.graphql.fetch.MutationPlanner;
import dev.quipu.graphql.fetch.PlannedMutation;
import dev.quipu.graphql.fetch.WriteOptions;
import dev.quipu.graphql.fetch.Writes;
import dev.quipu.query.RefusedInputException;
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
import org.jspecify.annotations.Nullable;

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
        ExecutionResult refusal = admission.refusal(context, parameters);
        if (refusal != null) {
            return CompletableFuture.completedFuture(refusal);
        }
        RootFields fields = RootFields.of(context, parameters);
        List<MergedField> mutations = fields.fields();
        if (mutations.size() > 1 && fields.anyMatch(AccountFetcher.class)) {
            return failed(
                    List.of(
                            new CodedError(
                                    ErrorCode.OPERATION_NOT_ALLOWED,
                                    "login, refresh, logout and changePassword each stand alone; send others in operations of their own.")));
        }
        List<MergedField> planned = mutations.stream()
                .filter(field -> isPlanned(context, parameters, field))
                .toList();
        if (mutations.isEmpty()) {
            return super.execute(context, parameters);
        }
        WriteOptions options;
        try {
            options = OptionReader.read(context);
        } catch (RefusedInputException e) {
            return failed(ErrorMapping.of(e));
        }
        if (planned.isEmpty()) {
            return options.none() ? super.execute(context, parameters) : failed(OptionReader.notForCode());
        }
        return planned.size() == mutations.size()
                ? together(context, parameters, planned, options)
                : failed(
                        List.of(
                                new CodedError(
                                        ErrorCode.BAD_USER_INPUT,
                                        "Operations written as code that return and take no entities have transactions of their own; send them in a request of their own.")));
    }

    private CompletableFuture<ExecutionResult> together(
            ExecutionContext context,
            ExecutionStrategyParameters parameters,
            List<MergedField> fields,
            WriteOptions options) {
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
        return writes.answer(plan, options, payloads -> data(parameters, payloads))
                .handle((answer, thrown) -> thrown == null
                        ? new ExecutionResultImpl(answer.data().parts(), List.of(), extensions(answer.rules()))
                        : new ExecutionResultImpl(
                                null,
                                List.copyOf(new MutationFaults(fields).of(thrown)),
                                options.explain() ? extensions(writes.rulesBefore(thrown)) : null))
                .<ExecutionResult>thenApply(result -> result)
                .toCompletableFuture();
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

    private static Json data(ExecutionStrategyParameters parameters, List<Json> payloads) {
        Map<String, @Nullable Json> data = new LinkedHashMap<>();
        Iterator<Json> next = payloads.iterator();
        for (MergedField field : parameters.getFields().getSubFieldsList()) {
            data.put(
                    field.getResultKey(),
                    asksForType(field) ? Json.name(rootType(parameters).getName()) : next.next());
        }
        return Json.object(data);
    }

    private static @Nullable Map<Object, Object> extensions(@Nullable Json rules) {
        return rules == null ? null : Map.of("rules", rules);
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
