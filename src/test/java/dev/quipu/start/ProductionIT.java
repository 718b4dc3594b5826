package dev.quipu.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import dev.quipu.testing.Applications;
import dev.quipu.testing.Graphql;
import dev.quipu.testing.Http;
import dev.quipu.testing.Keys;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the packaged application answers to anybody on the Internet. */
@Timeout(value = 120, threadMode = SEPARATE_THREAD)
class ProductionIT {

    private static final String SHOP = "https://shop.example.org";

    @TempDir
    static Path temp;

    private static Applications applications;
    private static URI address;

    @BeforeAll
    static void start() throws Exception {
        try (Connection connection = new DatabaseAddress(SharedPostgresql.url(), "postgres", null).connect()) {
            connection.createStatement().execute("create database production");
        }
        String database = SharedPostgresql.url().replaceFirst("/postgres$", "/production");
        applications = new Applications(database, temp);
        address = applications.start(Map.of(
                "QUARKUS_DATASOURCE_PASSWORD",
                "open-sesame",
                "QUIPU_API_INTROSPECTION",
                "true",
                "QUIPU_TOKEN_KEYS",
                Keys.in(temp.resolve("keys"))));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        applications.close();
    }

    @Test
    void anonymousLearnThatTheApiIsThere() {
        assertThat(query(address, "{ __typename }").body()).isEqualTo("{\"data\":{\"__typename\":\"Query\"}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ users { totalCount } }",
                "{ __typename order(id: 1) { id } }",
                "{ apiVersion }",
                "{ __schema { types { name } } }"
            })
    void anonymousLearnNothingElse(String query) {
        HttpResponse<String> response = query(address, query);

        assertThat(code(response)).isEqualTo("UNAUTHENTICATED");
        assertThat(Graphql.parse(response.body()).path("data").isEmpty()).isTrue();
    }

    @Test
    void everyAnswerTellsBrowsersWhatItIs() {
        for (HttpResponse<String> answer : List.of(
                query(address, "{ __typename }"),
                query(address, "{ apiVersion }"),
                new Http(address).json("no JSON"),
                new Http(address).json("{\"query\": \"" + "#".repeat(300_000) + "\"}"),
                new Http(address).method("DELETE"),
                new Http(address).get("/nothing"),
                server("/q/health/live").get(""),
                server("/nothing").get(""))) {
            Map<String, List<String>> headers = answer.headers().map();

            assertThat(headers)
                    .as("%s %s", answer, headers)
                    .containsEntry("x-content-type-options", List.of("nosniff"))
                    .containsEntry("referrer-policy", List.of("no-referrer"))
                    .containsEntry("cache-control", List.of("no-store"))
                    .containsEntry("content-security-policy", List.of("default-src 'none'; frame-ancestors 'none'"))
                    .doesNotContainKeys("set-cookie", "server", "x-powered-by", "via", "strict-transport-security");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/q/", "/q/dev-ui", "/q/graphql-ui", "/q/health-ui", "/q/metrics", "/q/openapi", "/q/info", "/"})
    void beyondTheApiAndItsHealthNothingIsOpen(String path) {
        assertThat(server(path).get("").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "TRACK", "PROPFIND", "PUT"})
    void refusesOtherMethods(String method) {
        assertThat(new Http(address).method(method).statusCode()).isEqualTo(405);
        assertThat(server("/").method(method).statusCode()).isEqualTo(404);
    }

    /** A page of another origin may send a query, as a link may, and may not read the answer. */
    @Test
    void otherOriginsReadNothing() {
        for (HttpResponse<String> answer : List.of(
                new Http(address).get("?query=%7B__typename%7D", "Origin", "https://evil.example.org"),
                preflight(address))) {
            assertThat(answer.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control-"));
        }
        assertThat(preflight(address).statusCode()).isEqualTo(405);
    }

    @Test
    void theLogHasNoSecrets() throws Exception {
        String token = "eyJhbGciOiJub25lIn0.c2VjcmV0.c2VjcmV0";
        for (String scheme : List.of("Bearer ", "Basic ", "", "Bearer  ")) {
            new Http(address)
                    .post(
                            "{\"query\": \"query ($p: String) { __typename }\", \"variables\": {\"p\": \"open-sesame\"}}",
                            "Content-Type",
                            "application/json",
                            "Authorization",
                            scheme + token);
        }
        try (Stream<Path> logs = Files.list(temp)) {
            for (Path log : logs.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(log)).contains("GraphQL at ").doesNotContain("open-sesame", token);
            }
        }
    }

    /** With trusted documents it answers those, by text and by hash, and no other. */
    @Test
    void answersTheTrustedDocumentsAndNoOther() throws Exception {
        String hash = "02ba090c1a1232d02ff0360b8ce00bb74b613d0f51f6b360b481a642dd0ec6eb"; // printf '{ apiVersion }\n' |
        // sha256sum
        String byHash = "{\"persistedQuery\": {\"version\": 1, \"sha256Hash\": \"" + hash + "\"}}";
        Path folder = Files.createDirectory(temp.resolve("trusted"));
        Files.writeString(folder.resolve("version.graphql"), "{ apiVersion }\n");
        URI trusting = applications.start(Map.of(
                "QUIPU_API_TRUSTED_DOCUMENTS",
                folder.toString(),
                "QUIPU_SECURITY_ANONYMOUS_ROLE",
                "admin",
                "QUARKUS_HTTP_CORS_ENABLED",
                "true",
                "QUARKUS_HTTP_CORS_ORIGINS",
                SHOP,
                "QUARKUS_HTTP_FILTER_HSTS_MATCHES",
                "/.*"));
        Http http = new Http(trusting);

        for (HttpResponse<String> answer : List.of(
                query(trusting, "{ apiVersion }\\n"),
                http.json("{\"extensions\": " + byHash + "}"),
                http.get("?extensions=" + URLEncoder.encode(byHash, StandardCharsets.UTF_8)))) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(Graphql.parse(answer.body()).at("/data/apiVersion").asText())
                    .isNotEmpty();
        }
        for (HttpResponse<String> answer : List.of(
                query(trusting, "{ apiVersion }"),
                query(trusting, "{ users(first: 1) { totalCount } }"),
                query(trusting, "{ __schema { types { name } } }"),
                query(trusting, "mutation { deleteUser(input: {id: 1}) { deletedId } }"),
                http.json("{\"extensions\": " + byHash.replace('0', '1') + "}"))) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
            assertThat(code(answer)).isEqualTo("OPERATION_NOT_ALLOWED");
        }
        readsWhoeverIsNamed(trusting);
        assertThat(http.get("").headers().map())
                .containsEntry("strict-transport-security", List.of("max-age=31536000"));
    }

    private static void readsWhoeverIsNamed(URI server) {
        assertThat(preflight(server).statusCode()).isEqualTo(200);
        assertThat(preflight(server).headers().map())
                .containsEntry("access-control-allow-origin", List.of(SHOP))
                .containsEntry("access-control-allow-credentials", List.of("false"))
                .containsEntry("access-control-allow-headers", List.of("authorization,content-type"));
        HttpResponse<String> other =
                new Http(server).get("?query=%7B__typename%7D", "Origin", "https://evil.example.org");
        assertThat(other.statusCode()).isEqualTo(403);
        assertThat(other.headers().map()).doesNotContainKey("access-control-allow-origin");
    }

    private static HttpResponse<String> preflight(URI server) {
        return new Http(server)
                .method(
                        "OPTIONS",
                        "Origin",
                        SHOP,
                        "Access-Control-Request-Method",
                        "POST",
                        "Access-Control-Request-Headers",
                        "authorization,content-type");
    }

    private static Http server(String path) {
        return new Http(address.resolve(path));
    }

    private static HttpResponse<String> query(URI server, String query) {
        return new Http(server).json("{\"query\": \"" + query + "\"}");
    }

    private static String code(HttpResponse<String> response) {
        return Graphql.parse(response.body()).at("/errors/0/extensions/code").asText();
    }
}
