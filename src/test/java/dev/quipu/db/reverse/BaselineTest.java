package dev.quipu.db.reverse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quipu.db.LiquibaseSettings;
import dev.quipu.db.schema.Difference;
import dev.quipu.db.schema.Schema;
import dev.quipu.db.schema.SchemaReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Set;
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
    private static Schema schema;

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
        assertThat(Difference.between(schema, snapshot(empty)))
                .extracting(difference -> difference.sentence("the original", "the copy"))
                .as("but for what no entity has")
                .containsExactlyInAnyOrder(
                        "table audit_log (at, message) is only in the original",
                        "table employee_territories (employee_id, territory_code) is only in the original",
                        "table sessions (id, customer_id, opened_at) is only in the original",
                        "constraint shipments_employee_id_territory_code_fkey of shipments foreign key (employee_id, territory_code)"
                                + " references employee_territories(employee_id, territory_code) is only in the original");
        assertThat(executionOfBaseline(empty)).isEqualTo("EXECUTED");
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

    private static Schema snapshot(TradeDatabase target) throws Exception {
        try (Connection connection = target.connect()) {
            return SchemaReader.read(connection);
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
