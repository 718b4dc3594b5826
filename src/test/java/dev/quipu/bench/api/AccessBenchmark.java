package dev.quipu.bench.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quipu.bench.BenchServer;
import dev.quipu.testing.Applications;
import dev.quipu.testing.Graphql;
import dev.quipu.testing.Keys;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What it costs that reads are restricted: {@code ./mvnw -o -B -Pbench verify -Dit.test=AccessBenchmark -Dbench.rules.skip=true -Dquick}. The
 * same rows in one application for three who ask, in turns: an administrator without a token, one with a token, and the customer to whom
 * all orders belong, with a token, so that each statement holds the predicates of the customer's grants and gives the same answer. A ratio is
 * the median of the rounds' ratios. Needs wrk on the path; properties as for {@link ApiBenchmark}.
 */
class AccessBenchmark {

    private static final int CONNECTIONS = Integer.getInteger("bench.connections", 16);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int SECONDS = Integer.getInteger("bench.seconds", 4);
    private static final int WARM_UP = Integer.getInteger("bench.warmup", 60);
    private static final Path FOLDER = Path.of("target", "bench");
    private static final String PASSWORD = "knots and cords";

    private final Databases databases = new Databases(BenchServer.configured());
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, Map<String, String>> askers = new LinkedHashMap<>();

    @Test
    void compare() throws Exception {
        databases.empty(Databases.QUIPU);
        Map<String, String> settings = Map.of(
                "QUIPU_SECURITY_ANONYMOUS_ROLE", "admin",
                "QUIPU_TOKEN_LIFETIME", "2H",
                "QUIPU_TOKEN_KEYS", Keys.in(FOLDER.resolve("keys")));
        try (Applications applications =
                new Applications(databases.url(Databases.QUIPU), FOLDER.resolve(Databases.QUIPU))) {
            URI api = applications.start(settings);
            databases.seed();
            askers.put("admin, no token", Map.of());
            askers.put("admin", Map.of("Authorization", "Bearer " + login(api, "chief", "admin")));
            askers.put("user, all rows theirs", Map.of("Authorization", "Bearer " + login(api, "owner", "user")));
            databases.giveAllOrdersTo("owner");
            for (Workload workload : List.of(Workload.Q2, Workload.Q3)) {
                compare(workload, api);
            }
        }
    }

    private String login(URI api, String username, String role) throws Exception {
        ask(api, """
                mutation { createUser(input: {user: {username: "%1$s", email: "%1$s", password: "%2$s",
                  role: {connectOrCreate: {key: {name: "%3$s"}, create: {name: "%3$s"}}}}}) { user { id } } }
                """.formatted(username, PASSWORD, role));
        return ask(
                        api,
                        "mutation { login(input: {username: \"%s\", password: \"%s\"}) { token } }"
                                .formatted(username, PASSWORD))
                .at("/data/login/token")
                .asText();
    }

    private JsonNode ask(URI api, String document) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(api)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"query\": " + Graphql.JSON.valueToTree(document) + "}"))
                .build();
        JsonNode answer =
                Graphql.parse(client.send(request, BodyHandlers.ofString()).body());
        if (answer.has("errors")) {
            throw new IllegalStateException(answer.toString());
        }
        return answer;
    }

    private void compare(Workload workload, URI api) throws Exception {
        Wrk wrk = new Wrk(FOLDER, CONNECTIONS);
        Map<String, List<Wrk.Run>> runs = new LinkedHashMap<>();
        Contender contender = new Contender(some -> api, Workload::request, () -> 0);
        for (Map<String, String> headers : askers.values()) {
            wrk.run(contender, workload, headers, WARM_UP);
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<String, Map<String, String>> asker : askers.entrySet()) {
                runs.computeIfAbsent(asker.getKey(), name -> new ArrayList<>())
                        .add(wrk.run(contender, workload, asker.getValue(), SECONDS));
            }
        }
        runs.forEach((asker, samples) -> System.out.printf(
                "%s, %s: %.0f requests/s, %.2f of an admin's with a token, %d failed%n",
                workload,
                asker,
                samples.get(ROUNDS / 2).perSecond(),
                ratio(samples, runs.get("admin")),
                samples.stream().mapToLong(Wrk.Run::failed).sum()));
    }

    private static double ratio(List<Wrk.Run> own, List<Wrk.Run> others) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < own.size(); round++) {
            ratios.add(own.get(round).perSecond() / others.get(round).perSecond());
        }
        return ratios.stream().sorted().toList().get(ratios.size() / 2);
    }
}
