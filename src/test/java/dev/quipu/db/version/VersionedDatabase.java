package dev.quipu.db.version;

import dev.quipu.db.LiquibaseSettings;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.DirectoryResourceAccessor;

/** A database of its own, and a changelog that is written by the test. */
record VersionedDatabase(String url, Path folder) {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    record Settings(Duration migrationWait, Duration lockTimeout) implements MigrationSettings {

        static final Settings USUAL = new Settings(Duration.ofSeconds(30), Duration.ofSeconds(1));

        @Override
        public boolean migrateAtStart() {
            return false;
        }

        @Override
        public int lockRetries() {
            return 0;
        }

        @Override
        public boolean serveAhead() {
            return false;
        }
    }

    static VersionedDatabase create(Path folder) throws SQLException, IOException {
        String name = "versioned" + DATABASES.incrementAndGet();
        try (Connection connection = connect(SharedPostgresql.url());
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        Files.createDirectories(folder.resolve("changes"));
        Files.writeString(folder.resolve("changelog.yaml"), """
                databaseChangeLog:
                  - includeAll:
                      path: changes
                      relativeToChangelogFile: true
                """);
        return new VersionedDatabase(SharedPostgresql.url().replaceFirst("/postgres$", "/" + name), folder);
    }

    /** Writes a changeset, or writes it anew. */
    VersionedDatabase with(String id, String sql) {
        try {
            Files.writeString(
                    folder.resolve("changes").resolve(id + ".sql"),
                    "--liquibase formatted sql\n\n--changeset quipu:" + id + "\n" + sql + "\n");
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    VersionedDatabase without(String id) throws IOException {
        Files.delete(folder.resolve("changes").resolve(id + ".sql"));
        return this;
    }

    SchemaVersions versions() {
        return versions(Settings.USUAL);
    }

    SchemaVersions versions(Settings settings) {
        return new SchemaVersions(changelog(), settings, new Patience());
    }

    Changelog changelog() {
        LiquibaseSettings.logInsteadOfPrinting();
        return new Changelog(this::liquibase, new Contexts(), new LabelExpression());
    }

    private Liquibase liquibase() {
        try {
            return new Liquibase(
                    "changelog.yaml", new DirectoryResourceAccessor(folder), new JdbcConnection(connect()));
        } catch (IOException | SQLException | LiquibaseException e) {
            throw new IllegalStateException(e);
        }
    }

    Connection connect() throws SQLException {
        return connect(url);
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of each row. */
    List<String> read(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        }
    }

    List<String> tables() throws SQLException {
        return read("select tablename::text from pg_tables where schemaname = 'public' order by 1");
    }

    private static Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url, "postgres", null);
    }
}
