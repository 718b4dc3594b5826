package dev.quipu.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quipu.security.UnauthenticatedException;
import dev.quipu.testing.Database;
import dev.quipu.testing.Graphql;
import dev.quipu.testing.Http;
import dev.quipu.testing.Tables;
import dev.quipu.testing.Together;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How people log in and out, over HTTP, and how often they may guess. Requests without a token act as admin here. */
@QuarkusTest
class LoginTest {

    private static final String PASSWORD = "knots and cörds";

    @TestHTTPResource("/graphql")
    URI address;

    @Inject
    DataSource dataSource;

    @Inject
    LoginSettings settings;

    @Inject
    Login login;

    private Caller nobody;
    private Database database;

    @BeforeEach
    void makeAccounts() throws SQLException {
        nobody = new Caller(address, null);
        database = new Database(dataSource);
        forget();
        assertThat(nobody.send("""
                                mutation($password: String!) {
                                  createRoles(input: {roles: [{name: "user"}, {name: "moderator"}]}) { affectedCount }
                                  createUsers(input: {users: [
                                    {username: "ann", email: "ann@example.org", role: {connect: {name: "user"}}, password: $password}
                                    {username: "idle", email: "idle@example.org", active: false, password: $password}
                                    {username: "blank", email: "blank@example.org"}
                                  ]}) { affectedCount }
                                }
                                """, Map.of("password", PASSWORD)).body()).doesNotContain("errors", PASSWORD);
    }

    @AfterEach
    void forget() throws SQLException {
        database.clear();
        database.execute("delete from quipu_login_attempts");
    }

    @Test
    void whoeverKnowsThePasswordIsKnownFromThenOn() {
        assertThat(nobody.ask("{ me { username } viewer { user { username } roles } }"))
                .isEqualTo(Graphql.parse(
                        "{\"data\": {\"me\": null, \"viewer\": {\"user\": null, \"roles\": [\"admin\"]}}}"));

        Caller ann = nobody.login("ann", PASSWORD);

        assertThat(ann.ask("""
                        { me { username }
                          viewer { __typename
                            user { username email } roles
                            post: can(action: CREATE, entity: "Post", attribute: "body")
                            ship: can(action: UPDATE, entity: "Order", attribute: "shippedOn")
                            sack: can(action: DELETE, entity: "User") } }
                        """)).isEqualTo(Graphql.parse("""
                        {"data": {"me": {"username": "ann"}, "viewer": {"__typename": "Viewer",
                            "user": {"username": "ann", "email": "ann@example.org"}, "roles": ["user"],
                            "post": true, "ship": false, "sack": false}}}
                        """));
        assertThat(ann.ask("{ viewer { can(action: READ, entity: \"Usr\") } }")
                        .at("/errors/0/message")
                        .asText())
                .isEqualTo("There is no entity \"Usr\".");
        JsonNode again = ann.ask("mutation { refresh { token expiresAt user { username } } }")
                .at("/data/refresh");
        assertThat(again.at("/user/username").asText()).isEqualTo("ann");
        assertThat(ann.with(again.get("token").asText())
                        .ask("{ me { username } }")
                        .at("/data/me/username")
                        .asText())
                .isEqualTo("ann");
    }

    @Test
    void unknownWrongLockedAndClosedAccountsAnswerTheSame() {
        String wrong = nobody.tryLogin("ann", "not this one").body();
        for (int i = 1; i < settings.attempts(); i++) {
            nobody.tryLogin("ann", "not this one");
        }

        assertThat(wrong).contains("\"UNAUTHENTICATED\"");
        assertThat(List.of(
                        nobody.tryLogin("ann", PASSWORD).body(),
                        nobody.tryLogin("nobody", PASSWORD).body(),
                        nobody.tryLogin("idle", PASSWORD).body(),
                        nobody.tryLogin("blank", PASSWORD).body(),
                        nobody.tryLogin("blank", "").body()))
                .allMatch(wrong::equals);
    }

    /** Another program may have hashed it. */
    @Test
    void aHashOfAnotherKindIsNobodysPassword() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "update users set password_hash = '$2a$10$N9qo8uLOickgx2ZMRZoMye' where username = 'ann'");
        }
        assertThat(nobody.tryLogin("ann", PASSWORD).body())
                .isEqualTo(nobody.tryLogin("nobody", PASSWORD).body())
                .contains("\"UNAUTHENTICATED\"");
    }

    @Test
    void knowingThePasswordGivesTheAttemptsBack() {
        for (int round = 0; round < 2; round++) {
            for (int i = 1; i < settings.attempts(); i++) {
                nobody.tryLogin("ann", "not this one");
            }
            nobody.login("ann", PASSWORD);
        }
    }

    /** Of 100 at the same time, in two processes, as many are looked at as one account may have. */
    @Test
    void parallelGuessesAreCounted() throws Exception {
        Attempts[] processes = {new Attempts(dataSource, settings), new Attempts(dataSource, settings)};
        AtomicInteger verified = new AtomicInteger();

        Together.write(10, writer -> {
            for (int i = 0; i < 10; i++) {
                if (processes[i % 2].countAccount("ann")) {
                    verified.incrementAndGet();
                }
            }
            return writer;
        });

        assertThat(verified).hasValue((int) settings.attempts());
    }

    @Test
    void aliasesAndOtherMutationsDoNotComeAlong() {
        String one = "login(input: {username: \"ann\", password: \"x\"}) { token }";
        for (String others :
                List.of("b: " + one, "refresh { token }", "createRole(input: {role: {name: \"x\"}}) { role { id } }")) {
            assertThat(nobody.ask("mutation { a: " + one + " " + others + " }")
                            .at("/errors/0/extensions/code")
                            .asText())
                    .isEqualTo("OPERATION_NOT_ALLOWED");
        }
        assertThat(nobody.ask("mutation @preview { " + one + " }")
                        .at("/errors/0/extensions/code")
                        .asText())
                .isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void anAddressThatTriesTooOftenIsSentAway() {
        Attempts attempts = new Attempts(dataSource, settings);
        for (int i = 0; i < settings.attemptsPerAddress(); i++) {
            attempts.countAddress("127.0.0.1");
        }

        HttpResponse<String> refused = nobody.tryLogin("ann", PASSWORD);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("\"RATE_LIMITED\"", "from your address");
        assertThat(refused.headers().firstValueAsLong("Retry-After")).matches(seconds -> seconds.getAsLong() > 1);
        attempts.countAddress("127.0.0.2");
    }

    @Test
    void anAddressOfIpv6IsItsNetwork() {
        assertThat(Addresses.network("2001:db8:1:2:3:4:5:6")).isEqualTo(Addresses.network("2001:db8:1:2::1"));
        assertThat(Addresses.network("2001:db8:1:3::1")).isNotEqualTo(Addresses.network("2001:db8:1:2::1"));
        assertThat(Addresses.network("::ffff:192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(Addresses.network("unknown")).isEqualTo("unknown");
    }

    @Test
    void aPasswordIsStoredAsItsHashAndNeverReadBack() throws SQLException {
        List<String> hashes = Tables.read(dataSource).rows().values().stream()
                .map(row -> row.get("password_hash"))
                .filter(hash -> hash != null)
                .toList();
        assertThat(hashes)
                .hasSize(2)
                .doesNotHaveDuplicates()
                .allMatch(hash -> hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
        for (String type : List.of("User", "UserPatch", "UserFilter", "UserOrderBy", "UserGroupKeyValue")) {
            assertThat(nobody.ask("{ __type(name: \"" + type + "\") { fields { name } inputFields { name } } }")
                            .findValuesAsText("name"))
                    .isNotEmpty()
                    .noneMatch(name -> name.contains("assword") || name.contains("tokenVersion"));
        }
    }

    @Test
    void aPasswordIsRefusedWithoutRepeatingIt() {
        String create =
                "mutation($p: String!) { createUser(input: {user: {username: \"eve\", email: \"e\", password: $p}}) { user { id } } }";
        JsonNode refused =
                Graphql.parse(nobody.send(create, Map.of("p", "short")).body());
        assertThat(refused.at("/errors/0/message").asText()).contains("8 to 128 characters");
        assertThat(refused.toString()).doesNotContain("short");

        Caller ann = nobody.login("ann", PASSWORD);
        assertThat(ann.send(create, Map.of("p", "long enough")).body()).contains("\"FORBIDDEN\"", "User.password");

        String keyed = Graphql.JSON
                .valueToTree(Map.of("query", create, "variables", Map.of("p", "long enough")))
                .toString();
        assertThat(new Http(address)
                        .post(keyed, "Content-Type", "application/json", "Idempotency-Key", "7f1e")
                        .body())
                .contains("takes no Idempotency-Key");

        String eleven =
                String.join(" ", Collections.nCopies(11, "{username: \"u\", email: \"e\", password: \"12345678\"}"));
        assertThat(nobody.ask("mutation { createUsers(input: {users: [" + eleven + "]}) { affectedCount } }")
                        .at("/errors/0/message")
                        .asText())
                .contains("sets 11 passwords");
    }

    @Test
    void logoutAndPasswordChangeEndEverySession() {
        Caller phone = nobody.login("ann", PASSWORD);
        Caller desk = nobody.login("ann", PASSWORD);
        phone.ask("mutation { logout { loggedOut } }");
        assertThat(desk.send("{ me { id } }").statusCode()).isEqualTo(401);

        Caller again = nobody.login("ann", PASSWORD);
        JsonNode wrong = again.ask(
                "mutation { changePassword(input: {currentPassword: \"no\", newPassword: \"long enough\"}) { token } }");
        assertThat(wrong.at("/errors/0/extensions/code").asText()).isEqualTo("UNAUTHENTICATED");
        JsonNode changed = Graphql.parse(again.send(
                        "mutation($p: String!) { changePassword(input: {currentPassword: $p, newPassword: \"long enough\"}) { token } }",
                        Map.of("p", PASSWORD))
                .body());
        assertThat(again.send("{ me { id } }").statusCode()).isEqualTo(401);
        assertThat(again.with(changed.at("/data/changePassword/token").asText())
                        .ask("{ me { username version } }")
                        .at("/data/me"))
                .isEqualTo(Graphql.parse("{\"username\": \"ann\", \"version\": 0}"));
        nobody.login("ann", "long enough");
    }

    @Test
    void aTokenThatIsNotValidIsNotTakenForNone() {
        for (String authorization : List.of("Basic YTpi", "Bearer", "Bearer x.y.z", "")) {
            HttpResponse<String> refused = new Http(address)
                    .post(
                            "{\"query\": \"{ apiVersion }\"}",
                            "Content-Type",
                            "application/json",
                            "Authorization",
                            authorization);
            assertThat(refused.statusCode()).as(authorization).isEqualTo(401);
            assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
            assertThat(refused.body()).contains("\"UNAUTHENTICATED\"");
        }
    }

    /**
     * Nobody can tell by the time which usernames there are. For a measurement of its own:
     * {@code ./mvnw -Dquick -Dtest=LoginTest#allAttemptsTakeTheSameTime -DargLine=-Dquipu.logins=10000 test}
     */
    @Test
    void allAttemptsTakeTheSameTime() {
        int logins = Integer.getInteger("quipu.logins", 30);
        Attempts attempts = new Attempts(dataSource, settings);
        nobody.ask(
                "mutation { updateUsers(input: {filter: {username: {eq: \"blank\"}}, patch: {username: \"locked\"}}) { affectedCount } }");
        for (long i = 0; i < settings.attempts(); i++) {
            attempts.countAccount("id " + id("locked"));
        }
        String known = "id " + id("ann");
        List<String> names = List.of("ann", "nobody", "locked");
        long[][] nanos = new long[names.size()][logins];
        for (int i = 0; i < logins; i++) {
            for (int which = 0; which < names.size(); which++) {
                String from = "10." + which + "." + i / 250 + "." + i % 250;
                long start = System.nanoTime();
                try {
                    login.admit(from);
                    login.login(names.get(which), "not this one");
                } catch (UnauthenticatedException expected) {
                    nanos[which][i] = System.nanoTime() - start;
                }
            }
            attempts.giveBack(known);
            attempts.giveBack("name nobody");
        }
        double[] medians = Arrays.stream(nanos).mapToDouble(LoginTest::median).toArray();
        System.out.printf(
                "%d attempts each: known %.2f ms, unknown %.2f ms, locked %.2f ms%n",
                logins, medians[0], medians[1], medians[2]);
        assertThat(Arrays.stream(medians).max().getAsDouble()
                        / Arrays.stream(medians).min().getAsDouble())
                .isLessThan(1.5);
    }

    private String id(String username) {
        return nobody.ask("{ userByUsername(username: \"" + username + "\") { id } }")
                .at("/data/userByUsername/id")
                .asText();
    }

    private static double median(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2] / 1e6;
    }
}
