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

/**
 * PostgreSQL for dev mode and the tests, run from binaries on the class path, which the packaged application does not have.
 * Like every server of the kind it trusts whoever connects from this machine.
 */
final class LocalPostgresql {

    /** Where dev mode keeps its rows. */
    static final Path DATA = LocalFolder.PATH.resolve("data");

    private static final Path LOG = LocalFolder.PATH.resolve("postgresql.log");
    private static final int ANY_PORT = 0;

    private LocalPostgresql() {}

    /**
     * Starts the server of dev mode, on the data of the last run. It ends with this JVM; if an earlier JVM was killed and left
     * its server running, that one is taken over.
     */
    static DatabaseAddress startKept() {
        LocalFolder.prepare();
        EmbeddedPostgres.Builder builder = builder(DATA, LOG)
                .setPort(portOfRunningServer())
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on");
        return address(start(builder, DATA, LOG).getPort());
    }

    /** Starts an empty server, whose data goes when it is closed. */
    static EmbeddedPostgres startThrowAway(Path data, Path log) {
        LocalFolder.prepare();
        return start(builder(data, log), data, log);
    }

    static DatabaseAddress address(int port) {
        return new DatabaseAddress("jdbc:postgresql://localhost:" + port + "/postgres", "postgres", null);
    }

    private static EmbeddedPostgres.Builder builder(Path data, Path log) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setOverrideWorkingDirectory(LocalFolder.PATH.resolve("bin").toFile())
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
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
            throw new StartException("START-103 PostgreSQL does not start on " + data + ": " + remedy(e, log));
        }
    }

    private static String remedy(Exception failure, Path log) {
        if (System.getProperty("user.name").equals("root") && !LinuxUtils.isUnshareAvailable()) {
            return "it refuses to run as root, and this machine grants root no user namespace (unshare -U)."
                    + " Start as an ordinary user.";
        }
        if (String.valueOf(failure.getMessage()).startsWith("could not lock")) {
            return "another Quipu is running on it. Stop that one, or use it.";
        }
        return failure.getMessage() + ". Its own words are in " + log + "; deleting " + LocalFolder.PATH
                + " makes a fresh start.";
    }

    private static int portOfRunningServer() {
        Path pidFile = DATA.resolve("postmaster.pid");
        try {
            List<String> lines = Files.exists(pidFile) ? Files.readAllLines(pidFile) : List.of();
            int port = lines.size() > 3 ? Integer.parseInt(lines.get(3).strip()) : ANY_PORT;
            return port != ANY_PORT && serves(port, DATA) ? port : ANY_PORT;
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
