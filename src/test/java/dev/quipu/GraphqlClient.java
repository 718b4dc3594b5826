package dev.quipu;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Asks a project in dev mode. */
record GraphqlClient(DevMode devMode) {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Asks until there is an answer without errors: dev mode starts, or takes an edit up with the next request. */
    JsonNode awaitAnswer(String query) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            String answer = ask(query);
            JsonNode json = answer.startsWith("{") ? JSON.readTree(answer) : JSON.createObjectNode();
            if (json.has("data") && !json.has("errors")) {
                return json;
            }
            assertThat(Instant.now())
                    .as("no answer but %s; dev mode's log:%n%s", answer, devMode.log())
                    .isBefore(end);
            assertThat(devMode.isAlive()).as(devMode.log()).isTrue();
            devMode.pause(Duration.ofSeconds(1));
        }
    }

    private String ask(String query) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + devMode.port() + "/graphql"))
                    .timeout(Duration.ofSeconds(60))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("query", query))))
                    .build();
            return HTTP.send(request, BodyHandlers.ofString()).body();
        } catch (IOException notUpYet) {
            return notUpYet.toString();
        }
    }
}
