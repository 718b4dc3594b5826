package dev.quipu.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import dev.quipu.testing.Applications;
import dev.quipu.testing.Graphql;
import dev.quipu.testing.Http;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
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
        address = applications.start(Map.of());
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

    /** With trusted documents it answers those, by text and by hash, and no other. */
    @Test
    void answersTheTrustedDocumentsAndNoOther() throws Exception {
        String hash = "02ba090c1a1232d02ff0360b8ce00bb74b613d0f51f6b360b481a642dd0ec6eb"; // printf '{ apiVersion }\n' |
        // sha256sum
        String byHash = "{\"persistedQuery\": {\"version\": 1, \"sha256Hash\": \"" + hash + "\"}}";
        Path folder = Files.createDirectory(temp.resolve("trusted"));
        Files.writeString(folder.resolve("version.graphql"), "{ apiVersion }\n");
        URI trusting = applications.start(
                Map.of("QUIPU_API_TRUSTED_DOCUMENTS", folder.toString(), "QUIPU_SECURITY_ANONYMOUS_ROLE", "admin"));
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
    }

    private static HttpResponse<String> query(URI server, String query) {
        return new Http(server).json("{\"query\": \"" + query + "\"}");
    }

    private static String code(HttpResponse<String> response) {
        return Graphql.parse(response.body()).at("/errors/0/extensions/code").asText();
    }
}
