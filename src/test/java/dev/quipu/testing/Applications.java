package dev.quipu.testing;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Processes of the packaged application on one database. */
public final class Applications implements AutoCloseable {

    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Pattern ADDRESS = Pattern.compile("GraphQL at (http://\\S+/graphql)");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final String databaseUrl;
    private final Path logs;
    private final List<Process> running = new ArrayList<>();

    /** @param logs the folder to which they log; it is made if it is not there */
    public Applications(String databaseUrl, Path logs) throws IOException {
        this.databaseUrl = databaseUrl;
        this.logs = Files.createDirectories(logs);
    }

    /** Starts one more, in which anonymous requests act as admin, and waits until it serves. */
    public URI start() throws IOException, InterruptedException {
        return start(Map.of("QUIPU_SECURITY_ANONYMOUS_ROLE", "admin"));
    }

    /** The same with these settings in the environment. */
    public URI start(Map<String, String> settings) throws IOException, InterruptedException {
        Path log = logs.resolve("application" + (running.size() + 1) + ".log");
        Process application = run(log, settings);
        running.add(application);
        Instant end = Instant.now().plus(PATIENCE);
        while (application.isAlive() && Instant.now().isBefore(end)) {
            Matcher address = ADDRESS.matcher(Files.readString(log));
            if (address.find()) {
                return URI.create(address.group(1));
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IllegalStateException("the application does not start: " + Files.readString(log));
    }

    /** Runs a command to its end: its exit code, a colon, and what it printed. */
    public String command(String... arguments) throws IOException, InterruptedException {
        Path output = logs.resolve("command.log");
        int code = run(output, Map.of(), arguments).waitFor();
        return code + ": " + Files.readString(output);
    }

    /** CPU time that all of them have used so far, in seconds. */
    public double cpuSeconds() {
        return running.stream()
                        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                        .mapToLong(Duration::toMillis)
                        .sum()
                / 1000.0;
    }

    private Process run(Path log, Map<String, String> settings, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_") || name.startsWith("QUIPU_"));
        builder.environment()
                .putAll(Map.of(
                        "QUARKUS_DATASOURCE_JDBC_URL", databaseUrl,
                        "QUARKUS_DATASOURCE_USERNAME", "postgres",
                        "QUARKUS_HTTP_PORT", "0"));
        builder.environment().putAll(settings);
        return builder.start();
    }

    @Override
    public void close() throws InterruptedException {
        running.forEach(Process::destroy);
        for (Process application : running) {
            if (!application.waitFor(20, TimeUnit.SECONDS)) {
                application.destroyForcibly();
            }
        }
    }
}
