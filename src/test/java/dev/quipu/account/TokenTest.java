package dev.quipu.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quipu.security.UnauthenticatedException;
import dev.quipu.testing.Database;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens that others have made, altered, kept for too long, or of accounts that are not what they were. */
@QuarkusTest
class TokenTest {

    private static final String PASSWORD = "knots and cords";
    private static final String ASK = "{ me { username } }";

    @TestHTTPResource("/graphql")
    URI address;

    @Inject
    DataSource dataSource;

    @Inject
    Tokens tokens;

    @Inject
    Accounts accounts;

    @Inject
    Vertx vertx;

    private Caller nobody;
    private Caller ann;
    private JwtClaims claims;

    @BeforeEach
    void logIn() throws Exception {
        new Database(dataSource).clear();
        nobody = new Caller(address, null);
        nobody.send("mutation { createRole(input: {role: {name: \"user\"}}) { role { id } }"
                + " createUser(input: {user: {username: \"ann\", email: \"ann@example.org\", role: {connect: {name: \"user\"}},"
                + " password: \"" + PASSWORD + "\"}}) { user { id } } }");
        ann = nobody.login("ann", PASSWORD);
        claims = JwtClaims.parse(
                new String(Base64.getUrlDecoder().decode(ann.token().split("\\.")[1]), StandardCharsets.UTF_8));
    }

    @AfterEach
    void forget() throws SQLException {
        new Database(dataSource).clear();
        new Database(dataSource).execute("delete from quipu_login_attempts");
    }

    /** A token as the server makes it, or otherwise. */
    private String token(Consumer<JwtClaims> change, Consumer<JsonWebSignature> sign) throws Exception {
        JwtClaims said = JwtClaims.parse(claims.toJson());
        change.accept(said);
        JsonWebSignature token = new JsonWebSignature();
        token.setAlgorithmHeaderValue("RS256");
        token.setKeyIdHeaderValue(tokens.keys().signing().getKeyId());
        token.setKey(tokens.keys().signing().getPrivateKey());
        token.setDoKeyValidation(false);
        token.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        sign.accept(token);
        token.setPayload(said.toJson());
        return token.getCompactSerialization();
    }

    @Test
    void whatOthersHaveMadeIsRefused() throws Exception {
        RsaJsonWebKey own = SigningKeys.generate().signing();
        Consumer<JwtClaims> same = said -> {};
        Consumer<JsonWebSignature> signed = token -> {};
        Map<String, String> attacks = new LinkedHashMap<>();
        attacks.put("no signature", token(same, token -> {
            token.setAlgorithmHeaderValue("none");
            token.setKey(null);
        }));
        attacks.put("HMAC with the public key", token(same, token -> {
            token.setAlgorithmHeaderValue("HS256");
            token.setKey(new HmacKey(tokens.keys().signing().getPublicKey().getEncoded()));
        }));
        attacks.put("another algorithm of the same key", token(same, token -> token.setAlgorithmHeaderValue("PS256")));
        attacks.put("another key", token(same, token -> token.setKey(own.getPrivateKey())));
        attacks.put("another key under its own id", token(same, token -> {
            token.setKey(own.getPrivateKey());
            token.setKeyIdHeaderValue(own.getKeyId());
        }));
        for (String kid :
                new String[] {null, "", "1", "../../../../dev/null", "https://evil.example/keys", "' or 1=1"}) {
            attacks.put("key id " + kid, token(same, token -> token.setKeyIdHeaderValue(kid)));
        }
        attacks.put("a key in the header", token(same, token -> {
            token.setJwkHeader(own);
            token.setKeyIdHeaderValue(own.getKeyId());
            token.setKey(own.getPrivateKey());
        }));
        for (String header : List.of("jku", "x5u")) {
            attacks.put(header, token(same, token -> {
                token.setHeader(header, address + "/keys");
                token.setKeyIdHeaderValue(own.getKeyId());
                token.setKey(own.getPrivateKey());
            }));
        }
        attacks.put("expired", token(said -> said.setExpirationTimeMinutesInTheFuture(-1), signed));
        attacks.put("no end", token(said -> said.unsetClaim("exp"), signed));
        attacks.put("another audience", token(said -> said.setAudience("others"), signed));
        attacks.put("no audience", token(said -> said.unsetClaim("aud"), signed));
        attacks.put("another issuer", token(said -> said.setIssuer("others"), signed));
        attacks.put("more roles", token(said -> said.setStringListClaim("groups", "user", "admin"), signed));
        attacks.put("no roles", token(said -> said.unsetClaim("groups"), signed));
        attacks.put("no version", token(said -> said.unsetClaim("ver"), signed));
        attacks.put("nobody", token(said -> said.setSubject("0"), signed));
        attacks.put("no account's id", token(said -> said.setSubject("1 or 1=1"), signed));
        String[] parts = ann.token().split("\\.");
        String altered = claims.toJson().replace("\"ann\"", "\"bob\"");
        attacks.put(
                "altered",
                parts[0] + "."
                        + Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(altered.getBytes(StandardCharsets.UTF_8))
                        + "." + parts[2]);
        attacks.put("without its signature", parts[0] + "." + parts[1] + ".");

        assertThat(ann.with(token(same, signed))
                        .ask(ASK)
                        .at("/data/me/username")
                        .asText())
                .isEqualTo("ann");
        attacks.forEach((attack, token) -> {
            HttpResponse<String> answer = ann.with(token).send(ASK);
            assertThat(answer.statusCode()).as(attack).isEqualTo(401);
            assertThat(answer.body()).as(attack).contains("\"UNAUTHENTICATED\"").doesNotContain("username");
        });
    }

    @Test
    void aTokenEndsWhenItsAccountChanges() {
        String id = claims.getClaimValueAsString("sub");
        for (String patch : List.of("active: false", "role: {create: {name: \"moderator\"}}", "role: null")) {
            Caller before = nobody.login("ann", PASSWORD);
            assertThat(before.send(ASK).statusCode()).isEqualTo(200);
            assertThat(nobody.send("mutation { updateUser(input: {id: " + id + ", patch: {" + patch
                                    + "}}) { user { id } } }")
                            .body())
                    .doesNotContain("errors");
            assertThat(before.send(ASK).statusCode()).as(patch).isEqualTo(401);
            nobody.send("mutation { updateUser(input: {id: " + id + ", patch: {active: true}}) { user { id } } }");
        }
        Caller last = nobody.login("ann", PASSWORD);
        nobody.send("mutation { deleteUser(input: {id: " + id + "}) { deletedId } }");
        assertThat(last.send(ASK).statusCode()).isEqualTo(401);
    }

    @Test
    void aSessionEndsHoweverOftenItIsRefreshed() throws Exception {
        String old = token(
                said -> said.setClaim(
                        "auth_time",
                        System.currentTimeMillis() / 1000 - Duration.ofHours(12).toSeconds() + 60),
                token -> {});
        JsonNode refreshed =
                ann.with(old).ask("mutation { refresh { token expiresAt } }").at("/data/refresh");
        assertThat(Duration.between(
                        Instant.now(), Instant.parse(refreshed.get("expiresAt").asText())))
                .isLessThan(Duration.ofSeconds(61));
        String over = token(
                said -> said.setClaim(
                        "auth_time",
                        System.currentTimeMillis() / 1000 - Duration.ofHours(12).toSeconds()),
                token -> {});
        assertThat(ann.with(over)
                        .ask("mutation { refresh { token } }")
                        .at("/errors/0/extensions/code")
                        .asText())
                .isEqualTo("UNAUTHENTICATED");
    }

    /** In the handshake, or in the first message, since browsers choose no headers; and again for each operation. */
    @Test
    void aSocketIsWhoseTokenItShows() throws Exception {
        String init = "{\"type\": \"connection_init\", \"payload\": {\"authorization\": \"Bearer TOKEN\"}}";
        String me = "{\"type\": \"subscribe\", \"id\": \"ID\", \"payload\": {\"query\": \"{ me { username } }\"}}";
        CompletableFuture<Integer> closed = new CompletableFuture<>();
        StringBuffer heard = new StringBuffer();
        WebSocket socket = open(null, closed, heard);
        socket.sendText(init.replace("TOKEN", ann.token()), true).join();
        socket.sendText(me.replace("ID", "1"), true).join();
        await(heard, "\"username\":\"ann\"");
        ann.send("mutation { logout { loggedOut } }");
        socket.sendText(me.replace("ID", "2"), true).join();
        assertThat(closed.get(20, TimeUnit.SECONDS)).isEqualTo(4401);

        CompletableFuture<Integer> refused = new CompletableFuture<>();
        open(null, refused, new StringBuffer())
                .sendText(init.replace("TOKEN", ann.token()), true)
                .join();
        assertThat(refused.get(20, TimeUnit.SECONDS)).isEqualTo(4403);

        Caller again = nobody.login("ann", PASSWORD);
        StringBuffer byHeader = new StringBuffer();
        WebSocket other = open(again.token(), new CompletableFuture<>(), byHeader);
        other.sendText("{\"type\": \"connection_init\"}", true).join();
        other.sendText(me.replace("ID", "1"), true).join();
        await(byHeader, "\"username\":\"ann\"");
        other.abort();
        assertThat(CompletableFuture.supplyAsync(
                        () -> open(ann.token(), new CompletableFuture<>(), new StringBuffer())))
                .failsWithin(Duration.ofSeconds(20));
    }

    private WebSocket open(String token, CompletableFuture<Integer> closed, StringBuffer heard) {
        WebSocket.Builder builder =
                HttpClient.newHttpClient().newWebSocketBuilder().subprotocols("graphql-transport-ws");
        if (token != null) {
            builder.header("Authorization", "Bearer " + token);
        }
        return builder.buildAsync(URI.create(address.toString().replace("http:", "ws:")), new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
                        heard.append(data);
                        from.request(1);
                        return null;
                    }

                    @Override
                    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
                        closed.complete(status);
                        return null;
                    }
                })
                .join();
    }

    private static void await(StringBuffer heard, String text) throws InterruptedException {
        for (int i = 0; i < 200 && !heard.toString().replace(" ", "").contains(text); i++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(heard.toString().replace(" ", "")).contains(text);
    }

    /** The same server with other settings: the tokens of an OpenID provider count, and ours do not. */
    @Test
    void theTokensOfAProviderCountInstead() throws Exception {
        RsaJsonWebKey key = SigningKeys.generate().signing();
        String published = new JsonWebKeySet(key).toJson();
        HttpServer provider = vertx.createHttpServer()
                .requestHandler(request -> request.response().end(published))
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
        try {
            TokenSettings settings = Settings.of(
                    TokenSettings.class,
                    Map.of("quipu.token.jwks", "http://localhost:" + provider.actualPort() + "/keys"));
            Bearers others = new Bearers(tokens, new Provider(settings), accounts);
            String theirs = token(said -> said.setClaim("preferred_username", "ann"), token -> {
                token.setKey(key.getPrivateKey());
                token.setKeyIdHeaderValue(key.getKeyId());
            });

            assertThat(others.of(theirs).viewer().roles()).containsExactly("user");
            for (String other :
                    List.of(ann.token(), token(said -> said.setClaim("preferred_username", "ann"), token -> {}))) {
                assertThatThrownBy(() -> others.of(other)).isInstanceOf(UnauthenticatedException.class);
            }
            assertThat(ann.with(theirs).send(ASK).statusCode()).isEqualTo(401);
        } finally {
            provider.close();
        }
    }
}
