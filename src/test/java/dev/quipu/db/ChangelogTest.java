package dev.quipu.db;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quipu.db.schema.Difference;
import dev.quipu.db.schema.EntitySchema;
import dev.quipu.db.schema.Schema;
import dev.quipu.db.schema.SchemaReader;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The changelog makes the schema that the entities describe, and each of its changes can be taken back. */
@QuarkusTest
class ChangelogTest {

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String username;

    @ConfigProperty(name = "quarkus.liquibase.change-log")
    String file;

    @Inject
    SessionFactory entities;

    @BeforeEach
    void keepTheConsoleClean() {
        LiquibaseSettings.logInsteadOfPrinting();
    }

    @Test
    void makesTheSchemaThatTheEntitiesDescribe() throws Exception {
        try (Connection scratch = emptySchema("of_the_changelog");
                Liquibase changelog = changelog(scratch)) {
            changelog.update(new Contexts());
            Schema made = SchemaReader.read(scratch);
            assertThat(made.tables()).isNotEmpty();
            assertThat(Difference.between(made, EntitySchema.read(entities, scratch)))
                    .as("What the next file in src/main/resources/db/changes has to change")
                    .extracting(difference -> difference.sentence("the changelog", "the entities"))
                    .isEmpty();
        }
    }

    @Test
    void goesUpAndDownAndUpAgainChangeByChange() throws Exception {
        try (Connection scratch = emptySchema("up_and_down");
                Liquibase changelog = changelog(scratch)) {
            int changes = changelog
                    .listUnrunChangeSets(new Contexts(), new LabelExpression())
                    .size();
            assertThat(changes).isPositive();
            for (int change = 1; change <= changes; change++) {
                Schema before = SchemaReader.read(scratch);
                changelog.update(1, "");
                Schema after = SchemaReader.read(scratch);
                changelog.rollback(1, "");
                assertThat(SchemaReader.read(scratch))
                        .as("change %d, taken back", change)
                        .isEqualTo(before);
                changelog.update(1, "");
                assertThat(SchemaReader.read(scratch))
                        .as("change %d, made again", change)
                        .isEqualTo(after);
            }
        }
    }

    private Connection emptySchema(String name) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, username, null);
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists " + name + " cascade");
            statement.execute("create schema " + name);
        }
        return DriverManager.getConnection(url + "?currentSchema=" + name, username, null);
    }

    private Liquibase changelog(Connection connection) throws LiquibaseException {
        return new Liquibase(file, new ClassLoaderResourceAccessor(), new JdbcConnection(connection));
    }
}
