package dev.quipu.load;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quipu.testing.Graphql;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** A client of all applications, each request to any one of them. */
final class Api {

    static final String DONE = "done";

    /**
     * What came back.
     *
     * @param kind {@link #DONE}, an error's code, or what was there instead of an answer
     * @param data of an answer without errors
     */
    record Reply(String kind, JsonNode data, String text) {

        boolean done() {
            return kind.equals(DONE);
        }

        /** Whether the operation may have been carried out all the same. */
        boolean unknown() {
            return kind.startsWith("HTTP") || kind.startsWith("no answer") || kind.equals("INTERNAL");
        }
    }

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<URI> addresses;

    Api(List<URI> addresses) {
        this.addresses = addresses;
    }

    Reply send(String document, Map<String, ?> variables) throws InterruptedException {
        URI address = addresses.get(ThreadLocalRandom.current().nextInt(addresses.size()));
        try {
            String body = Graphql.JSON.writeValueAsString(Map.of("query", document, "variables", variables));
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(address)
                            .timeout(Duration.ofSeconds(60))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
            return reply(response);
        } catch (IOException e) {
            return new Reply("no answer: " + e.getClass().getSimpleName(), null, String.valueOf(e.getMessage()));
        }
    }

    private static Reply reply(HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            return new Reply("HTTP " + response.statusCode(), null, response.body());
        }
        JsonNode json = Graphql.parse(response.body());
        if (json.path("errors").isEmpty()) {
            return new Reply(DONE, json.get("data"), response.body());
        }
        return new Reply(json.at("/errors/0/extensions/code").asText("error without a code"), null, response.body());
    }
}
