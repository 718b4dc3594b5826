package dev.quipu.graphql.fetch;

import static graphql.schema.FieldCoordinates.coordinates;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quipu.account.AccountModel;
import dev.quipu.graphql.Json;
import dev.quipu.graphql.schema.AccountFields;
import dev.quipu.model.EntityModel;
import dev.quipu.model.Model;
import dev.quipu.query.Condition;
import dev.quipu.query.Operator;
import dev.quipu.security.Access;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.SelectedField;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Tells whoever asks who they are. */
@Singleton
public class ViewerFetchers implements RootFetchers {

    private static final String TYPE = "Viewer";

    private final @Nullable AccountModel accounts;
    private final Selections selections;
    private final Reads reads;
    private final ViewerAnswers answers;
    private final Abilities abilities;
    private final ObjectMapper json;

    ViewerFetchers(Model model, Selections selections, Reads reads, ViewerAnswers answers, ObjectMapper json) {
        this.accounts = AccountModel.of(model);
        this.selections = selections;
        this.reads = reads;
        this.answers = answers;
        this.abilities = new Abilities(model);
        this.json = json;
    }

    @Override
    public void register(GraphQLCodeRegistry.Builder registry) {
        if (accounts != null) {
            EntityModel account = accounts.entity();
            AccountFetcher me = environment -> me(account, environment);
            AccountFetcher viewer = this::viewer;
            registry.dataFetcher(coordinates("Query", AccountFields.ME), me);
            registry.dataFetcher(coordinates("Query", AccountFields.VIEWER), viewer);
        }
    }

    private @Nullable Object me(EntityModel account, DataFetchingEnvironment environment) {
        Object id = Asker.access(environment).viewer().id();
        return id == null
                ? null
                : reads.json(
                        environment,
                        (reader, session) -> reader.one(
                                session,
                                selections.entity(account, environment.getSelectionSet()),
                                new Condition.Compare(account.id(), Operator.EQ, id)));
    }

    private Object viewer(DataFetchingEnvironment environment) {
        return answers.later(() -> ViewerAnswers.object(TYPE, environment, field -> part(environment, field)));
    }

    private Json part(DataFetchingEnvironment environment, SelectedField field) {
        Access access = Asker.access(environment);
        return switch (field.getName()) {
            case "roles" -> roles(access);
            case "can" -> new Json(String.valueOf(abilities.can(access, field.getArguments())));
            default -> answers.account(environment, field, access);
        };
    }

    private Json roles(Access access) {
        try {
            return new Json(json.writeValueAsString(
                    access.viewer().roles().stream().sorted().toList()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a list of texts is JSON", e);
        }
    }
}
