package dev.quipu.graphql.fetch;

import static graphql.schema.FieldCoordinates.coordinates;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quipu.graphql.schema.Names;
import dev.quipu.graphql.schema.Shown;
import dev.quipu.model.EntityModel;
import dev.quipu.model.Model;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.SelectedField;
import jakarta.inject.Singleton;

/** Understands the derived fields of {@code Mutation}; each gives a {@link PlannedMutation}. */
@Singleton
public class MutationFetchers implements RootFetchers {

    private static final String MUTATION = "Mutation";

    private final Shown shown;
    private final Selections selections;
    private final CommandReader commands;
    private final CodeValues code;

    MutationFetchers(Model model, Selections selections, CodeValues code, ObjectMapper json) {
        this.code = code;
        this.shown = new Shown(model);
        this.selections = selections;
        ValueReader values = new ValueReader(json);
        KeyReader keys = new KeyReader(values);
        this.commands = new CommandReader(keys, new RowReader(shown, keys, values));
    }

    @Override
    public void register(GraphQLCodeRegistry.Builder registry) {
        for (MutationField field : MutationField.of(shown)) {
            MutationPlanner planner = environment -> plan(field, environment);
            registry.dataFetcher(coordinates(MUTATION, field.name()), planner);
        }
    }

    private PlannedMutation plan(MutationField field, DataFetchingEnvironment environment) {
        UnsetOperands.refuse(environment);
        String payload = Names.payload(field.name());
        return new PlannedMutation(
                commands.read(field, Inputs.object(environment.getArguments(), "input")),
                Selections.fields(payload, environment.getSelectionSet())
                        .map(selected -> part(field.entity(), payload, selected))
                        .toList(),
                new Finish(code, environment));
    }

    private PayloadPart part(EntityModel entity, String payload, SelectedField selected) {
        String key = selected.getResultKey();
        return switch (selected.getName()) {
            case Selections.TYPE_NAME -> new PayloadPart.TypeName(key, payload);
            case "deletedId" -> new PayloadPart.DeletedId(key);
            case "deletedNodeId" -> new PayloadPart.DeletedNodeId(key);
            default -> new PayloadPart.Row(key, selections.entity(entity, selected.getSelectionSet()));
        };
    }
}
