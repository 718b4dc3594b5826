package dev.quipu.start;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** One throw-away PostgreSQL for all tests that run without Quarkus; it ends with the JVM. */
public final class SharedPostgresql {

    private static final EmbeddedPostgres SERVER = ThrowAwayPostgresql.start();

    private SharedPostgresql() {}

    /** Its JDBC URL; the user is {@code postgres}. */
    public static String url() {
        return LocalPostgresql.address(SERVER.getPort()).url();
    }
}
