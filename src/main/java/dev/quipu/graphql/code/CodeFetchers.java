package dev.quipu.graphql.code;

import static graphql.schema.FieldCoordinates.coordinates;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quipu.graphql.Json;
import dev.quipu.graphql.fetch.AnswerSize;
import dev.quipu.graphql.fetch.Asker;
import dev.quipu.graphql.fetch.CodeAnswer;
import dev.quipu.graphql.fetch.CodeValues;
import dev.quipu.graphql.fetch.Finish;
import dev.quipu.graphql.fetch.KeyReader;
import dev.quipu.graphql.fetch.MutationPlanner;
import dev.quipu.graphql.fetch.PlannedMutation;
import dev.quipu.graphql.fetch.RootFetchers;
import dev.quipu.graphql.fetch.Selections;
import dev.quipu.graphql.fetch.Writes;
import dev.quipu.model.Model;
import dev.quipu.mutation.Command.Call;
import dev.quipu.mutation.InputPath;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLNamedType;
import io.quarkus.arc.Arc;
import io.smallrye.graphql.schema.model.Schema;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.graphql.GraphQLApi;

/**
 * Answers the root fields written as code that return or take entities. Those of a mutation are commands beside the others; one of a
 * query is the only command of a transaction of its own.
 */
@Singleton
public class CodeFetchers implements RootFetchers {

    private final Model model;
    private final Selections selections;
    private final Writes writes;
    private final ObjectMapper json;
    private final CodeValues values;
    private final KeyReader keys;
    private final AnswerSize size;
    private List<CodeOperation> operations = List.of();

    CodeFetchers(
            Model model, Selections selections, Writes writes, CodeValues values, ObjectMapper json, AnswerSize size) {
        this.model = model;
        this.selections = selections;
        this.writes = writes;
        this.values = values;
        this.json = json;
        this.keys = new KeyReader(json);
        this.size = size;
    }

    /** The classes of the application that SmallRye reads. */
    public static List<Class<?>> apis() {
        return Arc.container().beanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .<Class<?>>map(Bean::getBeanClass)
                .filter(type -> type.isAnnotationPresent(GraphQLApi.class))
                .distinct()
                .sorted(Comparator.comparing(Class::getName))
                .toList();
    }

    /**
     * Fits SmallRye's model to the derived schema, before the schema is built of it.
     *
     * @throws IllegalStateException with all that does not fit
     */
    public void fit(Schema codeFirst, Map<String, GraphQLNamedType> derived) {
        operations = CodeFirstModel.fit(codeFirst, model, derived);
    }

    @Override
    public void register(GraphQLCodeRegistry.Builder registry) {
        for (CodeOperation operation : operations) {
            Invocation invocation = new Invocation(operation.operation());
            MutationPlanner planner = environment -> plan(operation, invocation, environment);
            DataFetcher<?> fetcher = operation.root().equals("Mutation")
                    ? planner
                    : environment ->
                            writes.payload(plan(operation, invocation, environment), Asker.access(environment));
            registry.dataFetcher(coordinates(operation.root(), operation.name()), fetcher);
        }
    }

    private PlannedMutation plan(CodeOperation operation, Invocation invocation, DataFetchingEnvironment environment) {
        RowArguments rows = new RowArguments(keys, environment.getArguments());
        operation.taken().forEach(rows::read);
        Call call =
                new Call(InputPath.of(), rows.keys(), entities -> invocation.call(environment, rows.with(entities)));
        return PlannedMutation.ofCode(call, answer(operation, environment), new Finish(values, environment));
    }

    private CodeAnswer answer(CodeOperation operation, DataFetchingEnvironment environment) {
        if (operation.returned() != null) {
            return new EntityAnswer(
                    operation.name(),
                    environment.getFieldType(),
                    selections.entity(operation.returned(), environment.getSelectionSet()),
                    Asker.access(environment),
                    size);
        }
        LeafValues leaves = new LeafValues(json, environment);
        return (session, returned) -> new Json(leaves.print(operation.name(), environment.getFieldType(), returned)
                .toString());
    }
}
