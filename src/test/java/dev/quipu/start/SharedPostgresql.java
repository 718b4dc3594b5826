package dev.quipu.start;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One throw-away PostgreSQL for all tests that run without Quarkus; it ends with the JVM. */
public final class SharedPostgresql {

    private static final EmbeddedPostgres SERVER = start();

    private SharedPostgresql() {}

    private static EmbeddedPostgres start() {
        try {
            Path folder = Files.createTempDirectory(
                    Files.createDirectories(Path.of("target").toAbsolutePath()), "postgresql-");
            return LocalPostgresql.startThrowAway(folder.resolve("data"), folder.resolve("log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its JDBC URL; the user is {@code postgres}. */
    public static String url() {
        return LocalPostgresql.address(SERVER.getPort()).url();
    }
}
