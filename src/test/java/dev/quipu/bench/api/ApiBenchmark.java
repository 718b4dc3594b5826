package dev.quipu.bench.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quipu.bench.BenchServer;
import dev.quipu.bench.CpuTime;
import dev.quipu.testing.Applications;
import dev.quipu.testing.Graphql;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the API costs: {@code ./mvnw -Pbench verify} (without the rules' benchmark: {@code -Dbench.rules.skip=true}). The packaged
 * application and a {@link FloorServer} answer the same {@link Workload}s on the same data, 10,000 users, 1,000 products, 100,000
 * orders, 300,000 items, 100,000 posts; for reads the floor is one SQL statement, for writes the fewest statements with row triggers.
 * They take turns, so that a busy machine hits both; a ratio is the median of the rounds' ratios. Before, both must give the same
 * answers to reads; afterwards, {@code rules verify} must find nothing wrong in either database. No time makes it fail. The report
 * also goes to {@code target/bench/api.md}.
 *
 * <p>Needs wrk on the path. Properties: {@code -Dbench.url=jdbc:postgresql://host:port/postgres} (a server of your own; its databases
 * {@code bench_quipu} and {@code bench_floor} are replaced), {@code bench.connections}, {@code bench.rounds}, {@code bench.seconds},
 * {@code bench.warmup} (the most seconds for each workload and side), {@code bench.workloads} (a regular expression).
 */
class ApiBenchmark {

    private static final int CONNECTIONS = Integer.getInteger("bench.connections", 16);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final int SECONDS = Integer.getInteger("bench.seconds", 5);
    private static final int WARM_UP = Integer.getInteger("bench.warmup", 300);
    private static final int WARM_UP_RUN = 10;
    private static final String WORKLOADS = System.getProperty("bench.workloads", ".*");
    private static final Path FOLDER = Path.of("target", "bench");

    private final BenchServer server = BenchServer.configured();
    private final Databases databases = new Databases(server);
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void compare() throws Exception {
        ApiReport report = new ApiReport(server.settings(), CONNECTIONS, ROUNDS, SECONDS);
        migrateAndSeed();
        try (Applications applications = on(Databases.QUIPU)) {
            URI api = applications.start();
            Contender quipu = new Contender(workload -> api, Workload::request, applications::cpuSeconds);
            try (FloorProcess process = new FloorProcess(databases.url(Databases.FLOOR), FOLDER.resolve("floor.log"))) {
                Contender floor = new Contender(process::address, Workload::parameters, process::cpuSeconds);
                compare(quipu, floor, report);
            }
            report.verified(verify(applications), verifyFloor());
        }
        System.out.println(report);
        Files.writeString(FOLDER.resolve("api.md"), report.toString());
    }

    private void migrateAndSeed() throws Exception {
        databases.empty(Databases.QUIPU);
        try (Applications migrating = on(Databases.QUIPU)) {
            migrating.start();
        }
        databases.seedAndCopy();
    }

    private void compare(Contender quipu, Contender floor, ApiReport report) throws Exception {
        List<Workload> workloads = Stream.of(Workload.values())
                .filter(workload -> workload.name().matches(WORKLOADS))
                .toList();
        for (Workload workload : workloads) {
            if (workload.reads()) {
                assertThat(Graphql.parse(answer(quipu, workload)))
                        .as(workload.name())
                        .isEqualTo(Graphql.parse(answer(floor, workload)));
            }
        }
        CpuTime database = server.cpu();
        Wrk wrk = new Wrk(FOLDER, CONNECTIONS);
        for (Workload workload : workloads) {
            List<Sample> ofQuipu = new ArrayList<>();
            List<Sample> ofFloor = new ArrayList<>();
            warmUp(wrk, quipu, workload);
            warmUp(wrk, floor, workload);
            for (int round = 0; round < ROUNDS; round++) {
                ofQuipu.add(sample(wrk, quipu, workload, database));
                ofFloor.add(sample(wrk, floor, workload, database));
            }
            report.add(workload, ofQuipu, ofFloor);
        }
    }

    /**
     * Sends requests until three runs in a row are no faster than those before. On two cores the JVM's compiler needs minutes: it
     * shares them with the load.
     */
    private static void warmUp(Wrk wrk, Contender contender, Workload workload) throws Exception {
        double best = 0;
        int noFaster = 0;
        for (int second = 0; second < WARM_UP && noFaster < 3; second += WARM_UP_RUN) {
            double rate = wrk.run(contender, workload, WARM_UP_RUN).perSecond();
            noFaster = rate > best * 1.03 ? 0 : noFaster + 1;
            best = Math.max(best, rate);
        }
    }

    private static Sample sample(Wrk wrk, Contender contender, Workload workload, CpuTime database) throws Exception {
        double databaseBefore = database.server();
        double before = contender.cpuSeconds().getAsDouble();
        Wrk.Run run = wrk.run(contender, workload, SECONDS);
        return new Sample(
                run, contender.cpuSeconds().getAsDouble() - before, database.server() - databaseBefore, SECONDS);
    }

    private String answer(Contender contender, Workload workload) throws IOException, InterruptedException {
        String body = contender.body().apply(workload).replaceAll("<\\w+>", "7");
        HttpRequest request = HttpRequest.newBuilder(contender.address().apply(workload))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString()).body();
    }

    private static String verify(Applications applications) throws IOException, InterruptedException {
        String verified = applications.command("rules", "verify");
        assertThat(verified).startsWith("0: ");
        return verified;
    }

    private String verifyFloor() throws IOException, InterruptedException {
        try (Applications applications = on(Databases.FLOOR)) {
            return verify(applications);
        }
    }

    private Applications on(String database) throws IOException {
        return new Applications(databases.url(database), FOLDER.resolve(database));
    }
}
