package dev.quipu.graphql.fetch;

import static graphql.schema.FieldCoordinates.coordinates;

import dev.quipu.account.AccountModel;
import dev.quipu.account.LoggedIn;
import dev.quipu.account.Login;
import dev.quipu.account.Login.Session;
import dev.quipu.account.Passwords;
import dev.quipu.graphql.Json;
import dev.quipu.graphql.schema.AccountFields;
import dev.quipu.graphql.schema.Names;
import dev.quipu.model.Model;
import dev.quipu.security.Access;
import dev.quipu.security.Policy;
import dev.quipu.security.UnauthenticatedException;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLCodeRegistry;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Lets people in and out. None of it takes part in a transaction, so that none is held while a password is hashed. */
@Singleton
public class LoginFetchers implements RootFetchers {

    private final @Nullable AccountModel accounts;
    private final Login login;
    private final Passwords passwords;
    private final Policy policy;
    private final ViewerAnswers answers;

    LoginFetchers(Model model, Login login, Passwords passwords, Policy policy, ViewerAnswers answers) {
        this.accounts = AccountModel.of(model);
        this.login = login;
        this.passwords = passwords;
        this.policy = policy;
        this.answers = answers;
    }

    @Override
    public void register(GraphQLCodeRegistry.Builder registry) {
        if (accounts != null) {
            register(registry, AccountFields.LOGIN, this::login);
            register(registry, AccountFields.REFRESH, this::refresh);
            register(registry, AccountFields.LOGOUT, this::logout);
            register(registry, AccountFields.CHANGE_PASSWORD, this::changePassword);
        }
    }

    private static void register(GraphQLCodeRegistry.Builder registry, String field, AccountFetcher fetcher) {
        registry.dataFetcher(coordinates("Mutation", field), fetcher);
    }

    private Object login(DataFetchingEnvironment environment) {
        Map<String, @Nullable Object> input = Inputs.object(environment.getArguments(), "input");
        return admitted(
                environment,
                () -> answer(
                        AccountFields.LOGIN,
                        environment,
                        login.login(String.valueOf(input.get("username")), String.valueOf(input.get("password")))));
    }

    private Object refresh(DataFetchingEnvironment environment) {
        LoggedIn viewer = required(environment);
        return answers.later(() -> answer(AccountFields.REFRESH, environment, login.refresh(viewer)));
    }

    private Object changePassword(DataFetchingEnvironment environment) {
        LoggedIn viewer = required(environment);
        Map<String, @Nullable Object> input = Inputs.object(environment.getArguments(), "input");
        return admitted(
                environment,
                () -> answer(
                        AccountFields.CHANGE_PASSWORD,
                        environment,
                        login.changePassword(
                                viewer,
                                String.valueOf(input.get("currentPassword")),
                                String.valueOf(input.get("newPassword")))));
    }

    /** What hashes passwords, for an address that may try. */
    private CompletionStage<Json> admitted(DataFetchingEnvironment environment, Callable<Json> work) {
        String address = Asker.address(environment);
        return answers.later(() -> {
                    login.admit(address);
                    return address;
                })
                .thenCompose(admitted -> passwords.run(work));
    }

    private Object logout(DataFetchingEnvironment environment) {
        LoggedIn viewer = required(environment);
        return answers.later(() -> {
            login.logout(viewer);
            return ViewerAnswers.object(Names.payload(AccountFields.LOGOUT), environment, field -> new Json("true"));
        });
    }

    private static LoggedIn required(DataFetchingEnvironment environment) {
        LoggedIn viewer = Asker.loggedIn(environment.getGraphQlContext());
        if (viewer == null) {
            throw new UnauthenticatedException();
        }
        return viewer;
    }

    /** What the client wants to know of the session, as its viewer may see it. */
    private Json answer(String mutation, DataFetchingEnvironment environment, Session session) {
        Access access = policy.of(session.viewer());
        environment.getGraphQlContext().put(Access.class, access);
        return ViewerAnswers.object(Names.payload(mutation), environment, field -> switch (field.getName()) {
            case "token" -> Json.name(session.token().text());
            case "expiresAt" -> Json.name(session.token().expiresAt().toString());
            default -> answers.account(environment, field, access);
        });
    }
}
