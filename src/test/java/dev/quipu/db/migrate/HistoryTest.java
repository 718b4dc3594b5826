package dev.quipu.db.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quipu.db.LiquibaseSettings;
import dev.quipu.db.schema.Schema;
import dev.quipu.db.schema.SchemaReader;
import dev.quipu.db.schema.Table;
import dev.quipu.start.SharedPostgresql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.junit.jupiter.api.Test;

/**
 * The whole changelog goes up, down and up on a database with rows; none is lost on the way that the version below can hold.
 * {@code -DargLine=-Dquipu.orders=100000} for many.
 */
class HistoryTest {

    private static final int ORDERS = Integer.getInteger("quipu.orders", 2_000);

    private final Changelog changelog = new Changelog(
            "db/changelog.yaml", new ClassLoaderResourceAccessor(getClass().getClassLoader()));

    @Test
    void goesUpAndDownAndUpWithItsRows() throws Exception {
        LiquibaseSettings.logInsteadOfPrinting();
        try (Connection connection = emptySchema()) {
            int versions = changelog.pending(connection);
            changelog.upgrade(connection);
            changelog.downgrade(connection, versions - 1);
            Schema first = SchemaReader.read(connection);
            seed(connection);
            Map<String, String> rows = rows(connection, first);
            assertThat(rows.get("orders")).startsWith(ORDERS + " ");

            changelog.upgrade(connection);
            Schema last = SchemaReader.read(connection);
            changelog.downgrade(connection, versions - 1);
            assertThat(SchemaReader.read(connection)).isEqualTo(first);
            assertThat(rows(connection, first)).isEqualTo(rows);
            changelog.upgrade(connection);
            assertThat(SchemaReader.read(connection)).isEqualTo(last);
            assertThat(rows(connection, first)).isEqualTo(rows);

            changelog.downgrade(connection, versions);
            assertThat(SchemaReader.read(connection).tables()).isEmpty();
            changelog.upgrade(connection);
            assertThat(SchemaReader.read(connection)).isEqualTo(last);
        }
    }

    private static Connection emptySchema() throws SQLException {
        try (Connection connection = DriverManager.getConnection(SharedPostgresql.url(), "postgres", null);
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists history cascade");
            statement.execute("create schema history");
        }
        return DriverManager.getConnection(SharedPostgresql.url() + "?currentSchema=history", "postgres", null);
    }

    /** The benchmark's, with another number of orders. */
    private static void seed(Connection connection) throws SQLException, IOException {
        String seed = Files.readString(Path.of("src/test/resources/bench/api/seed.sql"))
                .replaceAll("\\b100000\\b", String.valueOf(ORDERS))
                .replaceAll("\\b300000\\b", String.valueOf(3 * ORDERS))
                .replace("vacuum full analyze;", "");
        try (Statement statement = connection.createStatement()) {
            statement.execute(seed);
        }
        connection.commit();
    }

    /** How many rows each table has, and what they come to in the columns of that schema. */
    private static Map<String, String> rows(Connection connection, Schema schema) throws SQLException {
        Map<String, String> rows = new TreeMap<>();
        for (Map.Entry<String, Table> named : schema.tables().entrySet()) {
            String table = named.getKey();
            String columns = String.join(", ", named.getValue().columns().keySet());
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(
                            "select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) from (select "
                                    + columns + " from " + table + ") t")) {
                row.next();
                rows.put(table, row.getString(1));
            }
        }
        return rows;
    }
}
