package dev.quipu.bench.api;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A running {@link FloorServer}. */
final class FloorProcess implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final URI address;

    FloorProcess(String databaseUrl, Path log) throws IOException, InterruptedException {
        int port = freePort();
        address = URI.create("http://localhost:" + port + "/");
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path") + File.pathSeparator + Path.of("target", "test-classes"),
                        FloorServer.class.getName(),
                        databaseUrl,
                        String.valueOf(port))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        for (int i = 0; !Files.readString(log).contains("Floor at"); i++) {
            if (i == PATIENCE_SECONDS || !process.isAlive()) {
                throw new IllegalStateException("the floor does not start: " + Files.readString(log));
            }
            TimeUnit.SECONDS.sleep(1);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    URI address(Workload workload) {
        return address.resolve(workload.name());
    }

    double cpuSeconds() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1000.0;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
