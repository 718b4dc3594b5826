package dev.quipu;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.quipu.ReadmeSteps.Edit;
import dev.quipu.ReadmeSteps.Exchange;
import dev.quipu.ReadmeSteps.Step;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Follows README.md in a copy of the project: starts dev mode, sends its requests, makes its edits, expects its answers. */
class ReadmeIT {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void theReadmeTellsTheTruth() throws Exception {
        Path project = ProjectCopy.make(Path.of("target", "readme"));
        try (DevMode devMode = DevMode.start(project)) {
            awaitAnswer(devMode, "{__typename}");
            int answers = 0;
            for (Step step : ReadmeSteps.read(Path.of("README.md"))) {
                if (step instanceof Edit edit) {
                    edit.apply(project);
                } else if (step instanceof Exchange exchange) {
                    assertThat(awaitAnswer(devMode, exchange.request())).isEqualTo(JSON.readTree(exchange.answer()));
                    answers++;
                }
            }
            assertThat(answers).isEqualTo(4);
        }
    }

    /** Asks until there is an answer without errors: dev mode starts, or takes an edit up with the next request. */
    private JsonNode awaitAnswer(DevMode devMode, String query) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            String answer = ask(devMode, query);
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

    private String ask(DevMode devMode, String query) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + devMode.port() + "/graphql"))
                    .timeout(Duration.ofSeconds(60))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("query", query))))
                    .build();
            return http.send(request, BodyHandlers.ofString()).body();
        } catch (IOException notUpYet) {
            return notUpYet.toString();
        }
    }
}
