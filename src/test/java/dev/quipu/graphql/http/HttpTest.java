package dev.quipu.graphql.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quipu.testing.Graphql;
import dev.quipu.testing.Http;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The specification "GraphQL over HTTP", and what this API asks beyond it. */
@QuarkusTest
class HttpTest {

    private static final String JSON = "application/json";
    private static final String GRAPHQL = "application/graphql-response+json";
    private static final String TYPE_NAME = "{\"query\": \"{ __typename }\"}";
    private static final String MUTATION =
            "mutation M { createRole(input: {role: {name: \"by GET\"}}) { role { id } } }";

    @TestHTTPResource("/graphql")
    URI address;

    Http http;

    @BeforeEach
    void open() {
        http = new Http(address);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/json                 | */*                               | application/json
            application/json; charset=utf-8  | application/json                  | application/json
            application/json;charset="UTF-8" | application/graphql-response+json | application/graphql-response+json
            """)
    void answersInTheTypeThatIsAccepted(String contentType, String accept, String answer) {
        HttpResponse<String> response = http.post(TYPE_NAME, "Content-Type", contentType, "Accept", accept);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(header(response, "Content-Type")).isEqualTo(answer + "; charset=utf-8");
        assertThat(response.body()).isEqualTo("{\"data\":{\"__typename\":\"Query\"}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/graphql",
                "application/jsonp",
                "application/json; charset=latin1"
            })
    void refusesOtherBodies(String contentType) {
        refused(http.post(TYPE_NAME, "Content-Type", contentType), 415, "BAD_USER_INPUT");
    }

    @Test
    void refusesABodyWithoutATypeOrCompressed() {
        refused(http.post(TYPE_NAME), 415, "BAD_USER_INPUT");
        refused(http.post(TYPE_NAME, "Content-Type", JSON, "Content-Encoding", "gzip"), 415, "BAD_USER_INPUT");
    }

    @Test
    void refusesAnAnswerThatItCannotGive() {
        refused(http.post(TYPE_NAME, "Content-Type", JSON, "Accept", "text/html"), 406, "BAD_USER_INPUT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS"})
    void refusesOtherMethods(String method) {
        HttpResponse<String> response = http.method(method);

        refused(response, 405, "OPERATION_NOT_ALLOWED");
        assertThat(header(response, "Allow")).isEqualTo("GET, POST");
    }

    @Test
    void answersAQueryByGet() {
        String query = encoded("query Q($n: Int!) { roles(first: $n) { nodes { id } } } query R { __typename }");

        HttpResponse<String> response =
                http.get("?query=" + query + "&operationName=Q&extensions=%7B%7D&variables=" + encoded("{\"n\": 0}"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("\"nodes\" : []");
    }

    @Test
    void refusesAMutationByGet() {
        for (String parameters : new String[] {
            "?query=" + encoded(MUTATION), "?operationName=M&query=" + encoded("query Q { __typename } " + MUTATION)
        }) {
            HttpResponse<String> response = http.get(parameters);

            refused(response, 405, "OPERATION_NOT_ALLOWED");
            assertThat(header(response, "Allow")).isEqualTo("POST");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?query=",
                "?query=%00",
                "?query=%7B__typename%7D&variables=3",
                "?query=%7B__typename%7D&variables=%7B",
                "?query=%7B__typename%7D&query=%7B__typename%7D"
            })
    void refusesOddParameters(String parameters) {
        refused(http.get(parameters), 400, "BAD_USER_INPUT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "[{\"query\": \"{ __typename }\"}]",
                "{\"query\": \"{ __typename }\"",
                "{\"query\": \"{ __typename }\"} x",
                "{\"query\": \"{ __typename }\", \"query\": \"{ apiVersion }\"}",
                "{\"query\": \"{ __typename }\", \"variables\": {\"a\": NaN}}",
                "{\"query\": \"{ __typename }\", \"variables\": {\"a\": \"\\u0000\"}}",
                "{\"query\": \"{ __typename }\", \"variables\": {\"\\ud800\": 1}}",
                "{\"query\": {}}",
                "{\"query\": \"{\"}",
                "{\"query\": \"{ nonsense }\"}",
                "{\"query\": \"query ($n: Int!) { users(first: $n) { totalCount } }\"}",
                "{\"query\": \"{ __typename }\", \"operationName\": \"Other\"}"
            })
    void refusesWhatCannotBeExecuted(String body) {
        for (String type : new String[] {JSON, GRAPHQL}) {
            HttpResponse<String> response = http.post(body, "Content-Type", JSON, "Accept", type);

            refused(response, 400, "BAD_USER_INPUT");
            assertThat(header(response, "Content-Type")).startsWith(type);
            assertThat(Graphql.parse(response.body()).has("data")).isFalse();
        }
    }

    @Test
    void refusesABodyThatIsNotUtf8() {
        byte[] body = TYPE_NAME.getBytes(StandardCharsets.UTF_8);
        body[12] = (byte) 0xC3;

        JsonNode error = refused(http.post(body, "Content-Type", JSON), 400, "BAD_USER_INPUT");

        assertThat(error.path("message").asText()).contains("UTF-8");
    }

    @Test
    void answersWhatWasExecutedWith200WhateverCameOfIt() {
        HttpResponse<String> response =
                http.post("{\"query\": \"{ user(id: \\\"x\\\") { id } }\"}", "Content-Type", JSON, "Accept", GRAPHQL);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Graphql.parse(response.body())
                        .at("/errors/0/extensions/code")
                        .asText())
                .isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void compressesAnswers() {
        HttpResponse<String> response = http.post(
                "{\"query\": \"{ __schema { types { name description } } }\"}",
                "Content-Type",
                JSON,
                "Accept-Encoding",
                "gzip");

        assertThat(header(response, "Content-Encoding")).isEqualTo("gzip");
    }

    private static JsonNode refused(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        JsonNode error = Graphql.parse(response.body()).at("/errors/0");
        assertThat(error.at("/extensions/code").asText()).isEqualTo(code);
        return error;
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
