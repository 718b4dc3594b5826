package dev.quipu.start;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL for dev mode and the tests, run from binaries on the class path, which the packaged application does not have.
 * It trusts whoever connects from this machine.
 */
final class LocalPostgresql {

    private static final int ANY_PORT = 0;

    private LocalPostgresql() {}

    /**
     * Starts the server on the data of the last run. It ends with this JVM; if an earlier JVM was killed and left its server
     * running, that one is taken over.
     */
    static EmbeddedPostgres startKept(LocalFolder folder) {
        folder.prepare();
        EmbeddedPostgres.Builder builder = builder(folder, folder.data(), folder.log())
                .setPort(portOfRunningServer(folder.data()))
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on");
        return start(builder, folder.data(), folder.log());
    }

    /** The server that runs on the data already, whoever started it and will end it; null if none does. */
    static @Nullable DatabaseAddress running(LocalFolder folder) {
        int port = portOfRunningServer(folder.data());
        return port == ANY_PORT ? null : address(port);
    }

    /** Starts an empty server, whose data goes when it is closed. */
    static EmbeddedPostgres startThrowAway(LocalFolder folder, Path data, Path log) {
        folder.prepare();
        return start(builder(folder, data, log), data, log);
    }

    static DatabaseAddress address(int port) {
        return new DatabaseAddress("jdbc:postgresql://localhost:" + port + "/postgres", "postgres", null);
    }

    private static EmbeddedPostgres.Builder builder(LocalFolder folder, Path data, Path log) {
        ProcessBuilder.Redirect output = ProcessBuilder.Redirect.appendTo(log.toFile());
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setOverrideWorkingDirectory(folder.binaries().toFile())
                .setOutputRedirector(output)
                .setErrorRedirector(output)
                .setPGStartupWait(Duration.ofSeconds(60))
                // the same order and case of text on every machine, whatever its locale
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8");
    }

    private static EmbeddedPostgres start(EmbeddedPostgres.Builder builder, Path data, Path log) {
        try {
            Files.deleteIfExists(log);
            EmbeddedPostgres server = builder.start();
            if (serves(server.getPort(), data)) {
                return server;
            }
            server.close();
            throw new IOException("port " + server.getPort() + " was taken by another server meanwhile");
        } catch (IOException | IllegalStateException e) {
            throw new StartException("START-103 PostgreSQL does not start on " + data + ": " + remedy(e, data, log));
        }
    }

    private static String remedy(Exception failure, Path data, Path log) {
        if (System.getProperty("user.name").equals("root") && !LinuxUtils.isUnshareAvailable()) {
            return "it refuses to run as root, and this machine grants root no user namespace (unshare -U)."
                    + " Start as an ordinary user.";
        }
        if (portOfRunningServer(data) != ANY_PORT) {
            return "another Quipu is running on it. Use or stop that one.";
        }
        return failure.getMessage() + ". PostgreSQL's own words are in " + log + "; deleting " + data
                + " makes a fresh start.";
    }

    private static int portOfRunningServer(Path data) {
        Path pidFile = data.resolve("postmaster.pid");
        try {
            List<String> lines = Files.exists(pidFile) ? Files.readAllLines(pidFile) : List.of();
            int port = lines.size() > 3 ? Integer.parseInt(lines.get(3).strip()) : ANY_PORT;
            return port != ANY_PORT && serves(port, data) ? port : ANY_PORT;
        } catch (IOException e) {
            return ANY_PORT;
        }
    }

    /** Whether the server on that port is the one that runs on that data: ports change hands. */
    private static boolean serves(int port, Path data) {
        try (Connection connection = address(port).connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show data_directory")) {
            return row.next() && Files.isSameFile(Path.of(row.getString(1)), data);
        } catch (SQLException | IOException e) {
            return false;
        }
    }
}
