package dev.quipu.db.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quipu.db.ConstraintNames;
import dev.quipu.db.LiquibaseSettings;
import dev.quipu.db.schema.Difference;
import dev.quipu.db.schema.EntitySchema;
import dev.quipu.db.schema.Schema;
import dev.quipu.db.schema.SchemaReader;
import dev.quipu.rule.tool.RuleVerification;
import dev.quipu.start.SharedPostgresql;
import dev.quipu.testing.RuledDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import javax.sql.DataSource;
import liquibase.exception.LiquibaseException;
import liquibase.resource.DirectoryResourceAccessor;
import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A project whose entities change: a folder with a changelog, and a database that follows it.
 *
 * <pre>{@code
 * try (Evolution evolution = new Evolution(folder)) {
 *     evolution.start(Before.class);
 *     evolution.sql("insert into users values (1, 'ada')");
 *     evolution.change(After.class); // migrate, upgrade, compare, downgrade, compare, upgrade
 * }
 * }</pre>
 */
final class Evolution implements AutoCloseable {

    private final Path changes;
    private final Changelog changelog;
    private final String url;
    private final DataSource dataSource;
    private final Connection database;
    private final Map<List<Class<?>>, RuledDatabase> ruled = new HashMap<>();
    private final List<Rename> renames = new ArrayList<>();
    private boolean allowDrop;
    private boolean losesValues;
    private @Nullable Predicate<Rename> same;

    Evolution(Path folder) throws IOException, SQLException {
        LiquibaseSettings.logInsteadOfPrinting();
        changes = Files.createDirectories(folder.resolve("db/changes"));
        Files.copy(Path.of("src/main/resources/db/changelog.yaml"), folder.resolve("db/changelog.yaml"));
        changelog = new Changelog("db/changelog.yaml", new DirectoryResourceAccessor(folder));
        String schema = "live_" + UUID.randomUUID().toString().replace("-", "");
        url = SharedPostgresql.url() + "?currentSchema=" + schema;
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser("postgres");
        dataSource = source;
        database = source.getConnection();
        sql("create schema " + schema);
    }

    Evolution rename(String option) {
        renames.add(Rename.parse(option));
        return this;
    }

    Evolution allowDrop() {
        allowDrop = true;
        return this;
    }

    /** What the backfill of another rule overwrites stays so when it is taken back. */
    Evolution losesValues() {
        losesValues = true;
        return this;
    }

    Evolution answering(Predicate<Rename> answer) {
        same = answer;
        return this;
    }

    /** The first version, played. */
    void start(Class<?>... entities) throws Exception {
        assertThat(migrate("first version", entities)).isPresent();
        changelog.upgrade(database);
    }

    /** The next version, played up, down and up; rows that were there are there afterwards. Returns the file. */
    String change(Class<?>... entities) throws Exception {
        Schema before = SchemaReader.read(database);
        List<String> rows = rows(before);
        String file = Files.readString(migrate("change it", entities).orElseThrow());
        changelog.upgrade(database);
        verify(entities);
        assertThat(migrate("once more", entities)).as("what is left to write").isEmpty();
        changelog.downgrade(database, 1);
        assertThat(SchemaReader.read(database)).as(file).isEqualTo(before);
        if (!allowDrop && !losesValues) {
            assertThat(rows(before)).as(file).isEqualTo(rows);
        }
        changelog.upgrade(database);
        verify(entities);
        return file;
    }

    /** What {@code db migrate} writes. */
    Optional<Path> migrate(String message, Class<?>... entities) throws SQLException, IOException {
        SessionFactory described = ruled(entities).sessionFactory();
        return new Migrations(described, dataSource, changelog)
                .write(new MigrationRequest(message, renamesOf(message), allowDrop, false, changes, same));
    }

    private List<Rename> renamesOf(String message) {
        return message.equals("once more") ? List.of() : renames;
    }

    /** The schema is the entities', and what is stored is as their rules say. */
    private void verify(Class<?>... entities) throws SQLException {
        SessionFactory described = ruled(entities).sessionFactory();
        Schema wanted = EntitySchema.read(described, database);
        assertThat(Difference.between(SchemaReader.read(database), wanted)).isEmpty();
        assertThat(new RuleVerification(described).verify().text()).contains("is as they say");
    }

    private RuledDatabase ruled(Class<?>... entities) {
        return ruled.computeIfAbsent(
                List.of(entities),
                those -> RuledDatabase.of(
                        Map.of(
                                "hibernate.hbm2ddl.auto", "none",
                                "hibernate.connection.pool_size", "2",
                                "hibernate.id.sequence.increment_size_mismatch_strategy", "none",
                                "hibernate.implicit_naming_strategy", ConstraintNames.class.getName(),
                                "jakarta.persistence.jdbc.url", url),
                        entities));
    }

    List<String> files() throws IOException {
        try (var files = Files.list(changes)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    void sql(String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
        if (!database.getAutoCommit()) {
            database.commit();
        }
    }

    /** Every row of a query, its columns joined. */
    List<String> query(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(result.getString(i)));
                }
                rows.add(String.join(" ", row));
            }
        }
        return rows;
    }

    /** What auto-migrate does at a start of dev mode. */
    List<String> follow(Class<?>... entities) throws SQLException {
        SessionFactory described = ruled(entities).sessionFactory();
        return new AutoMigration(dataSource).follow(described);
    }

    /** What happens before the changelog is played. */
    AutoMigration.Outcome giveWay() throws SQLException, LiquibaseException {
        return new AutoMigration(dataSource).giveWay(changelog);
    }

    void upgrade() throws LiquibaseException {
        changelog.upgrade(database);
    }

    void downgrade(int changesets) throws LiquibaseException {
        changelog.downgrade(database, changesets);
    }

    private List<String> rows(Schema schema) throws SQLException {
        List<String> rows = new ArrayList<>();
        for (var table : schema.tables().values()) {
            String columns = String.join(", ", table.columns().keySet());
            rows.add(table.name() + ": " + query("select " + columns + " from " + table.name() + " order by 1"));
        }
        return rows;
    }

    @Override
    public void close() throws SQLException {
        ruled.values().forEach(RuledDatabase::close);
        database.close();
    }
}
