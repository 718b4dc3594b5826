package dev.quipu.db.reverse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quipu.db.LiquibaseSettings;
import dev.quipu.db.SchemaSnapshot;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The changeset that an import writes. */
class BaselineTest {

    private static TradeDatabase database;
    private static TreeSet<String> schema;

    @TempDir
    static Path folder;

    @BeforeAll
    static void importIt() throws Exception {
        database = TradeDatabase.make("trade_baseline");
        schema = snapshot(database);
        DatabaseImport.run(request(database));
    }

    private static ImportRequest request(TradeDatabase from) {
        return new ImportRequest(
                from.url(),
                TradeDatabase.USERNAME,
                null,
                "public",
                Set.of(),
                "shop",
                folder,
                folder.resolve("0001-baseline.sql"));
    }

    @BeforeEach
    void keepTheConsoleClean() {
        LiquibaseSettings.logInsteadOfPrinting();
    }

    @Test
    void makesTheSameSchemaInAnEmptyDatabase() throws Exception {
        TradeDatabase empty = TradeDatabase.empty("trade_empty");
        update(empty);
        assertThat(comparable(snapshot(empty))).isNotEmpty().isEqualTo(comparable(schema));
        assertThat(executionOfBaseline(empty)).isEqualTo("EXECUTED");
    }

    /** Without the view, which a remark names, and a check that PostgreSQL words anew whenever it reads its own words. */
    private static List<String> comparable(TreeSet<String> lines) {
        return lines.stream()
                .filter(line -> !line.contains("open_orders") && !line.contains("customers_status_check"))
                .toList();
    }

    @Test
    void whatItMakesIsImportedAsTheOriginalIs() throws Exception {
        TradeDatabase copy = TradeDatabase.empty("trade_copy");
        update(copy);
        ImportReport report = DatabaseImport.run(request(copy));
        assertThat(report.written()).isEmpty();
        assertThat(report.differences())
                .as("but for that check in the changeset")
                .singleElement()
                .asString()
                .contains("customers_status_check");
    }

    @Test
    void leavesTheDatabaseThatHasTheTablesAsItIs() throws Exception {
        update(database);
        assertThat(snapshot(database)).isEqualTo(schema);
        assertThat(executionOfBaseline(database)).isEqualTo("MARK_RAN");
    }

    @Test
    void takenBackItDropsNothing() throws Exception {
        try (Connection connection = database.connect();
                Liquibase changelog = changelog(connection)) {
            changelog.update(new Contexts());
            changelog.rollback(1, "");
        }
        assertThat(snapshot(database)).isEqualTo(schema);
    }

    private static void update(TradeDatabase target) throws Exception {
        try (Connection connection = target.connect();
                Liquibase changelog = changelog(connection)) {
            changelog.update(new Contexts());
        }
    }

    private static Liquibase changelog(Connection connection) throws Exception {
        return new Liquibase(
                "0001-baseline.sql", new DirectoryResourceAccessor(folder), new JdbcConnection(connection));
    }

    private static TreeSet<String> snapshot(TradeDatabase target) throws Exception {
        try (Connection connection = target.connect()) {
            return SchemaSnapshot.of(connection);
        }
    }

    private static String executionOfBaseline(TradeDatabase target) throws Exception {
        try (Connection connection = target.connect();
                var row = connection.createStatement().executeQuery("select exectype from databasechangelog")) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
