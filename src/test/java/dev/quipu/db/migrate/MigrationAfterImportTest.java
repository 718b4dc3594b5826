package dev.quipu.db.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quipu.db.LiquibaseSettings;
import dev.quipu.db.reverse.DatabaseImport;
import dev.quipu.db.reverse.ImportRequest;
import dev.quipu.db.reverse.TradeDatabase;
import dev.quipu.db.reverse.TradeEntities;
import dev.quipu.db.schema.SchemaDrift;
import dev.quipu.testing.Golden;
import dev.quipu.testing.RuledDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Set;
import liquibase.resource.DirectoryResourceAccessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** The first version after an import brings what the entities need, and takes nothing away on which others may rely. */
class MigrationAfterImportTest {

    @TempDir
    Path folder;

    @Test
    void addsWhatTheEntitiesNeed() throws Exception {
        LiquibaseSettings.logInsteadOfPrinting();
        Path changes = Files.createDirectories(folder.resolve("db/changes"));
        Files.copy(Path.of("src/main/resources/db/changelog.yaml"), folder.resolve("db/changelog.yaml"));
        TradeDatabase database = TradeDatabase.make("trade_migrated");
        DatabaseImport.run(new ImportRequest(
                database.url(),
                TradeDatabase.USERNAME,
                null,
                "public",
                Set.of(),
                "shop",
                folder.resolve("src"),
                changes.resolve("0001-baseline.sql")));
        Changelog changelog = new Changelog("db/changelog.yaml", new DirectoryResourceAccessor(folder));
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.url());
        source.setUser(TradeDatabase.USERNAME);
        try (RuledDatabase entities = TradeEntities.on(database);
                Connection connection = source.getConnection()) {
            changelog.upgrade(connection);
            Migrations migrations = new Migrations(entities.sessionFactory(), source, changelog);
            MigrationRequest request = new MigrationRequest("what quipu needs", List.of(), false, false, changes, null);
            Path file = migrations.write(request).orElseThrow();
            Golden.compare("imported-migration.sql", Files.readString(file));
            changelog.upgrade(connection);
            assertThat(migrations.write(request)).as("what is left").isEmpty();
            assertThat(new SchemaDrift(entities.sessionFactory(), source).sentences())
                    .as("not the tables that no entity has, but the reference to one, which can refuse rows")
                    .containsExactly(
                            "constraint shipments_employee_id_territory_code_fkey of shipments foreign key (employee_id,"
                                    + " territory_code) references employee_territories(employee_id, territory_code) is only in the"
                                    + " database");
        }
    }
}
