package dev.quipu.graphql.fetch;

import static graphql.schema.FieldCoordinates.coordinates;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quipu.account.AccountModel;
import dev.quipu.account.Passwords;
import dev.quipu.graphql.schema.Names;
import dev.quipu.graphql.schema.Shown;
import dev.quipu.model.Model;
import dev.quipu.query.Selection;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.SelectedField;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Understands the derived fields of {@code Mutation}; each gives a {@link PlannedMutation}. */
@Singleton
public class MutationFetchers implements RootFetchers {

    private static final String MUTATION = "Mutation";

    private final Shown shown;
    private final Selections selections;
    private final ValueReader values;
    private final KeyReader keys;
    private final BulkArguments bulk;
    private final CodeValues code;
    private final Passwords passwords;
    private final @Nullable AccountModel accounts;

    MutationFetchers(
            Model model,
            Selections selections,
            PageSizes sizes,
            CodeValues code,
            ObjectMapper json,
            Passwords passwords) {
        this.code = code;
        this.shown = new Shown(model);
        this.selections = selections;
        this.values = new ValueReader(json);
        this.keys = new KeyReader(values);
        this.bulk = new BulkArguments(new FilterArguments(shown), sizes);
        this.passwords = passwords;
        this.accounts = AccountModel.of(model);
    }

    @Override
    public void register(GraphQLCodeRegistry.Builder registry) {
        for (MutationField field : MutationField.of(shown)) {
            KnownSelections<List<PayloadPart>> known = new KnownSelections<>();
            MutationPlanner planner = environment -> plan(field, environment, known);
            registry.dataFetcher(coordinates(MUTATION, field.name()), planner);
        }
    }

    private PlannedMutation plan(
            MutationField field, DataFetchingEnvironment environment, KnownSelections<List<PayloadPart>> known) {
        UnsetOperands.refuse(environment);
        String payload = Names.payload(field.name());
        PasswordReader given = new PasswordReader(accounts, passwords, Asker.access(environment));
        CommandReader commands = new CommandReader(keys, new RowReader(shown, keys, values, given), bulk);
        return new PlannedMutation(
                commands.read(field, Inputs.object(environment.getArguments(), "input")),
                known.of(environment, () -> Selections.fields(payload, environment.getSelectionSet())
                        .map(selected -> part(field, payload, selected))
                        .toList()),
                new Finish(code, environment),
                given.all());
    }

    private PayloadPart part(MutationField field, String payload, SelectedField selected) {
        String key = selected.getResultKey();
        return switch (selected.getName()) {
            case Selections.TYPE_NAME -> new PayloadPart.TypeName(key, payload);
            case "deletedId" -> new PayloadPart.DeletedId(key);
            case "deletedNodeId" -> new PayloadPart.DeletedNodeId(key);
            case "deletedIds" -> new PayloadPart.DeletedIds(key);
            case "affectedCount" -> new PayloadPart.AffectedCount(key);
            case "created" -> new PayloadPart.Created(key);
            case Names.AFFECTED -> affected(key, selected);
            default -> row(field, key, selections.entity(field.entity(), selected.getSelectionSet()));
        };
    }

    private static PayloadPart row(MutationField field, String key, Selection selection) {
        return field.verb().bulk() ? new PayloadPart.Rows(key, selection) : new PayloadPart.Row(key, selection);
    }

    private PayloadPart affected(String key, SelectedField selected) {
        return new PayloadPart.Affected(
                key,
                shown.entities()
                        .collect(Collectors.toMap(
                                Function.identity(), entity -> selections.entity(entity, selected.getSelectionSet()))));
    }
}
