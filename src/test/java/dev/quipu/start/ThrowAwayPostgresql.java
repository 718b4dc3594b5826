package dev.quipu.start;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An empty PostgreSQL in the build's folder: one that outlives a killed build ends when the next one cleans. */
final class ThrowAwayPostgresql {

    private ThrowAwayPostgresql() {}

    static EmbeddedPostgres start() {
        try {
            Path folder = Files.createTempDirectory(
                    Files.createDirectories(Path.of("target").toAbsolutePath()), "postgresql-");
            return LocalPostgresql.startThrowAway(
                    LocalFolder.ofProject(), folder.resolve("data"), folder.resolve("log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
