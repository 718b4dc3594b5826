package dev.quipu.graphql.schema;

import static dev.quipu.graphql.schema.Sdl.argument;
import static dev.quipu.graphql.schema.Sdl.field;
import static dev.quipu.graphql.schema.Sdl.inputField;

import dev.quipu.account.AccountModel;
import dev.quipu.account.Passwords;
import dev.quipu.model.EntityModel;
import dev.quipu.security.Action;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import java.util.stream.Stream;

/** Logging in and out, who asks, and the password of a new account; nothing of it where no entity is the accounts'. */
public final class AccountFields implements SchemaAspect {

    public static final String LOGIN = "login";
    public static final String REFRESH = "refresh";
    public static final String LOGOUT = "logout";
    public static final String CHANGE_PASSWORD = "changePassword";
    public static final String ME = "me";
    public static final String VIEWER = "viewer";

    private static final String VIEWER_TYPE = "Viewer";
    private static final String ACTION_TYPE = "GrantedAction";

    /** At the end, since the other payloads tell what rules have changed. */
    @Override
    public void finish(SchemaDraft draft) {
        AccountModel accounts = AccountModel.of(draft.shown().model());
        if (accounts == null) {
            return;
        }
        EntityModel account = accounts.entity();
        mutations(account, draft);
        draft.field(
                SchemaDraft.QUERY,
                field(ME, Names.type(account))
                        .description("The account of whoever asks; null if they have not logged in."));
        draft.field(SchemaDraft.QUERY, field(VIEWER, VIEWER_TYPE + "!").description("Whoever asks."));
        draft.field(VIEWER_TYPE, session(account, "Null if they have not logged in."));
        draft.field(
                VIEWER_TYPE, field("roles", "[String!]!").description("The names of the roles whose grants count."));
        draft.field(VIEWER_TYPE, can());
        GraphQLEnumType.Builder actions =
                GraphQLEnumType.newEnum().name(ACTION_TYPE).description("What grants allow.");
        Stream.of(Action.values()).forEach(action -> actions.value(action.name(), action));
        draft.add(actions.build());
    }

    @Override
    public void entity(EntityModel entity, SchemaDraft draft) {
        AccountModel accounts = AccountModel.of(draft.shown().model());
        if (accounts != null && accounts.isOf(entity)) {
            draft.field(
                    Names.create(entity),
                    inputField(AccountModel.PASSWORD, "String")
                            .description(
                                    "With what they log in, " + Passwords.LENGTH_MIN + " to " + Passwords.LENGTH_MAX
                                            + " characters; nobody can read it again. Without one they cannot log in."));
        }
    }

    private static void mutations(EntityModel account, SchemaDraft draft) {
        Mutations.root(
                LOGIN,
                "Gives a token, to be sent as Authorization: Bearer. It stands alone in its operation, as the other three do.",
                draft);
        draft.field(Names.input(LOGIN), inputField("username", "String!"));
        draft.field(Names.input(LOGIN), inputField("password", "String!"));
        draft.field(
                SchemaDraft.MUTATION,
                field(REFRESH, Names.payload(REFRESH) + "!")
                        .description("Gives another token for one that is valid still, until the session is over."));
        draft.field(
                SchemaDraft.MUTATION,
                field(LOGOUT, Names.payload(LOGOUT) + "!")
                        .description("Ends all sessions of the account, on whatever device."));
        draft.field(
                Names.payload(LOGOUT),
                field("loggedOut", "Boolean!").description("True: no token of before is valid any more."));
        Mutations.root(
                CHANGE_PASSWORD,
                "Ends all sessions of the account, and begins a new one with the token it gives.",
                draft);
        draft.field(Names.input(CHANGE_PASSWORD), inputField("currentPassword", "String!"));
        draft.field(Names.input(CHANGE_PASSWORD), inputField("newPassword", "String!"));
        for (String mutation : new String[] {LOGIN, REFRESH, CHANGE_PASSWORD}) {
            String payload = Names.payload(mutation);
            draft.field(payload, field("token", "String!"));
            draft.field(
                    payload, field("expiresAt", "DateTime!").description("When the token ends; refresh it before."));
            draft.field(payload, session(account, "Null if they may not read it."));
        }
    }

    private static GraphQLFieldDefinition.Builder session(EntityModel account, String description) {
        return field(Names.field(account), Names.type(account)).description(description);
    }

    private static GraphQLFieldDefinition.Builder can() {
        return field("can", "Boolean!")
                .description(
                        "Whether they may do it with any row at all; which rows these are, only the attempt tells. With"
                                + " an attribute, whether they may read it, or write it where they create or update.")
                .argument(argument("action", ACTION_TYPE + "!"))
                .argument(argument("entity", "String!").description("The type's name: \"Order\"."))
                .argument(argument("attribute", "String").description("The field's name: \"note\"."));
    }
}
