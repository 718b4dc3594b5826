package dev.quipu;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code ./mvnw quarkus:dev}, running in a project on a free port. */
final class DevMode implements AutoCloseable {

    private final Process maven;
    private final Path log;
    private final int port;

    private DevMode(Process maven, Path log, int port) {
        this.maven = maven;
        this.log = log;
        this.port = port;
    }

    static DevMode start(Path project) throws IOException {
        return start(project, Map.of());
    }

    /** The same with settings in the environment. */
    static DevMode start(Path project, Map<String, String> settings) throws IOException {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        Path mvnw = project.resolve(windows ? "mvnw.cmd" : "mvnw").toAbsolutePath();
        Path log = project.resolve("dev-mode.log");
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(
                        List.of(mvnw.toString(), "-B", "-Dquick", "-Ddebug=false", "quarkus:dev"))
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(settings);
        builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
        return new DevMode(builder.start(), log, port);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    boolean isAlive() {
        return maven.isAlive();
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    /** Lets it go on for a while, or until it ends. */
    void pause(Duration duration) throws InterruptedException {
        maven.waitFor(duration.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() throws InterruptedException {
        List<ProcessHandle> processes = maven.descendants().toList();
        processes.forEach(ProcessHandle::destroy);
        maven.destroy();
        maven.waitFor(30, TimeUnit.SECONDS);
    }
}
