package dev.quipu.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quipu.start.SharedPostgresql;
import dev.quipu.testing.Applications;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Many writers on two processes of the packaged application and one PostgreSQL: {@code ./mvnw -Pload verify}. They place, change, move,
 * ship and delete orders and items through GraphQL, half of the orders for one customer, and meet often. Afterwards
 *
 * <ul>
 *   <li>{@code rules verify} must find nothing wrong,
 *   <li>every acknowledged write must be there, unless a later one followed: a value must be that of a write that no write followed
 *       which was sent after it was acknowledged,
 *   <li>no client may have been told of a deadlock, a serialization failure or a fault of the server.
 * </ul>
 *
 * {@code -Dload.writers=64 -Dload.seconds=60}. The report also goes to {@code target/load/report.md}, beside the applications' logs.
 */
class LoadRun {

    private static final int WRITERS = Integer.getInteger("load.writers", 64);
    private static final int SECONDS = Integer.getInteger("load.seconds", 60);

    private static final Path LOGS = Path.of("target", "load");

    private final Journal journal = new Journal();
    private final Replies replies = new Replies();

    @Test
    void everyAcknowledgedWriteStays() throws Exception {
        String url = database();
        String verified;
        try (Applications applications = new Applications(url, LOGS)) {
            Api api = new Api(List.of(applications.start(), applications.start()));
            write(api);
            verified = applications.command("rules", "verify");
        }
        List<String> lost = new LostWrites(journal, LostWrites.stored(url)).find();
        String report =
                "# Load\n\n%d writers, %d s, 2 applications: %.0f acknowledged writes/s\n\n%s\nLost writes: %d\n\n    rules verify exits with %s\n"
                        .formatted(
                                WRITERS,
                                SECONDS,
                                (double) replies.done() / SECONDS,
                                replies,
                                lost.size(),
                                verified.strip());
        System.out.println(report);
        Files.writeString(LOGS.resolve("report.md"), report);
        assertThat(verified).startsWith("0: ");
        assertThat(lost).isEmpty();
        assertThat(replies.unexpected()).isEmpty();
    }

    private static String database() throws Exception {
        try (Connection connection = DriverManager.getConnection(SharedPostgresql.url(), "postgres", null)) {
            connection.createStatement().execute("create database load");
        }
        URI server = URI.create(SharedPostgresql.url().substring("jdbc:".length()));
        return "jdbc:postgresql://localhost:" + server.getPort() + "/load";
    }

    private void write(Api api) throws Exception {
        Shop shop = Shop.open(api);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        List<Callable<Void>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            Writer writer = new Writer(api, shop, journal, replies, i);
            writers.add(() -> {
                writer.writeUntil(end);
                return null;
            });
        }
        ExecutorService executor = Executors.newFixedThreadPool(WRITERS);
        try {
            for (Future<Void> done : executor.invokeAll(writers)) {
                done.get();
            }
        } finally {
            executor.shutdown();
        }
    }
}
