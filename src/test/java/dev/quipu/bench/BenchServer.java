package dev.quipu.bench;

import dev.quipu.start.SharedPostgresql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/** The PostgreSQL that is measured, one schema for each variant. */
public record BenchServer(String url, String user, String password) {

    static final Path SCRIPTS = Path.of("src", "test", "resources", "bench");

    /** The server of {@code -Dbench.url}; without it, that of the tests. */
    public static BenchServer configured() {
        String url = System.getProperty("bench.url");
        return new BenchServer(
                url == null ? SharedPostgresql.url() : url,
                System.getProperty("bench.user", "postgres"),
                System.getProperty("bench.password", ""));
    }

    /** A URL whose connections find a schema's tables, with the settings that the application ships with. */
    String url(String schema) {
        return url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema;
    }

    PGSimpleDataSource dataSource(String schema) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url(schema));
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    /** Makes a schema anew and runs those scripts in it. */
    void make(String schema, String... scripts) {
        drop(schema);
        execute(url, "create schema " + schema);
        for (String script : scripts) {
            execute(url(schema), read(script));
        }
        execute(url(schema), "vacuum analyze");
    }

    void drop(String schema) {
        execute(url, "drop schema if exists " + schema + " cascade");
    }

    long number(String schema, String query) {
        return Long.parseLong(text(schema, query));
    }

    String text(String schema, String query) {
        try (Connection connection = DriverManager.getConnection(url(schema), user, password);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public CpuTime cpu() {
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            return new CpuTime(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The settings that figures depend on. */
    public String settings() {
        return String.join(
                ", ",
                List.of("server_version", "synchronous_commit", "fsync", "shared_buffers").stream()
                        .map(name -> name + " " + text("public", "show " + name))
                        .toList());
    }

    static String read(String script) {
        try {
            return Files.readString(SCRIPTS.resolve(script));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void execute(String target, String sql) {
        try (Connection connection = DriverManager.getConnection(target, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
