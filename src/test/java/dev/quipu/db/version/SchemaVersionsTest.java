package dev.quipu.db.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaVersionsTest {

    private static final Destination LAST = new Destination.Last();

    @TempDir
    Path folder;

    private VersionedDatabase database;
    private SchemaVersions versions;

    @BeforeEach
    void threeVersions() throws Exception {
        database = VersionedDatabase.create(folder)
                .with("0001-cords", "create table cords (id bigint primary key);\n--rollback drop table cords;")
                .with("0002-knots", "create table knots (id bigint primary key);\n--rollback drop table knots;")
                .with("0003-colour", "alter table cords add colour text;\n--rollback alter table cords drop colour;");
        versions = database.versions();
    }

    private String status() {
        return SchemaReport.status(versions.state())
                .replaceAll("  \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\dZ", "  TIME");
    }

    private String history() {
        return SchemaReport.history(versions.state()).replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\dZ", "TIME");
    }

    private static List<String> ids(Migration migration) {
        return migration.steps().stream().map(Changeset::id).toList();
    }

    @Test
    void anEmptyDatabaseIsLookedAtAndLeftEmpty() throws SQLException {
        assertThat(status()).isEqualTo("""
                version  none
                pending  0001-cords
                         0002-knots
                         0003-colour
                unknown  none
                changed  none
                """);
        assertThat(history()).isEqualTo("""
                0001-cords   pending
                0002-knots   pending
                0003-colour  pending
                """);
        assertThat(database.tables()).isEmpty();
    }

    @Test
    void goesUpToAVersionAndDownAgain() throws SQLException {
        assertThat(ids(versions.upgrade(new Destination.Version("0002-knots"))))
                .containsExactly("0001-cords", "0002-knots");
        assertThat(status()).isEqualTo("""
                version  0002-knots  TIME
                pending  0003-colour
                unknown  none
                changed  none
                """);
        assertThat(SchemaReport.migration(versions.upgrade(new Destination.Steps(5)), "applied"))
                .isEqualTo("""
                0003-colour  applied
                The database is at 0003-colour.
                """);
        assertThat(SchemaReport.migration(versions.upgrade(LAST), "applied"))
                .isEqualTo("Nothing to do. The database is at 0003-colour.\n");

        assertThat(SchemaReport.migration(versions.downgrade(new Destination.Version("0001-cords")), "taken back"))
                .isEqualTo("""
                        0003-colour  taken back
                        0002-knots   taken back
                        The database is at 0001-cords.
                        """);
        assertThat(database.tables()).containsExactly("cords", "databasechangelog");
        assertThat(SchemaReport.migration(versions.downgrade(new Destination.Steps(1)), "taken back"))
                .isEqualTo("""
                0001-cords  taken back
                The database has no version.
                """);
        assertThat(ids(versions.upgrade(LAST))).hasSize(3);
    }

    @Test
    void knowsTags() throws Exception {
        Files.writeString(folder.resolve("changes/0002-tag.yaml"), """
                databaseChangeLog:
                  - changeSet:
                      id: 0002-tag
                      author: quipu
                      changes:
                        - tagDatabase:
                            tag: harvest
                """);
        assertThat(ids(versions.upgrade(new Destination.Version("harvest"))))
                .containsExactly("0001-cords", "0002-knots", "0002-tag");
        assertThat(status()).startsWith("version  0002-tag  harvest  TIME\n");
        versions.upgrade(LAST);
        assertThat(ids(versions.downgrade(new Destination.Version("harvest")))).containsExactly("0003-colour");
    }

    @Test
    void printsSqlThatDoesTheSame() throws SQLException {
        String up = versions.upgradeSql(LAST);
        assertThat(database.tables()).isEmpty();
        database.execute(up);
        assertThat(status()).startsWith("version  0003-colour  TIME\npending  none\nunknown  none\nchanged  none\n");
        assertThat(database.tables()).containsExactly("cords", "databasechangelog", "knots");

        String down = versions.downgradeSql(new Destination.Version("0001-cords"));
        assertThat(status()).startsWith("version  0003-colour");
        database.execute(down);
        assertThat(status()).startsWith("version  0001-cords");
        assertThat(database.tables()).containsExactly("cords", "databasechangelog");
        assertThat(versions.upgradeSql(new Destination.Version("0001-cords"))).isEmpty();
    }

    @Test
    void refusesAVersionThatIsNotThere() {
        assertThatThrownBy(() -> versions.upgrade(new Destination.Version("0002-knot")))
                .hasMessage("DB-101 --to 0002-knot: no such version (there is 0001-cords, 0002-knots, 0003-colour)."
                        + " Maybe 0002-knots?");
        assertThatThrownBy(() -> versions.downgrade(new Destination.Version("0002-knots")))
                .hasMessage("DB-101 --to 0002-knots: no such version (there is none).");
        assertThatThrownBy(() -> versions.downgrade(new Destination.Steps(1)))
                .hasMessage("DB-102 --count 1: the database has had 0 changesets. Give at most that many.");
    }

    @Test
    void refusesWhatWasEditedAfterwards() throws SQLException {
        versions.upgrade(new Destination.Version("0002-knots"));
        database.with(
                "0002-knots", "create table knots (id bigint primary key, length int);\n--rollback drop table knots;");
        assertThat(status()).isEqualTo("""
                version  0002-knots  TIME
                pending  0003-colour
                unknown  none
                changed  0002-knots
                """);
        assertThat(history()).isEqualTo("""
                0001-cords   TIME
                0002-knots   TIME  changed
                0003-colour  pending
                """);
        String message = "DB-103 0002-knots: was edited after it had been applied."
                + " Restore the file, and write the change as the next one.";
        assertThatThrownBy(() -> versions.upgrade(LAST)).hasMessage(message);
        assertThatThrownBy(() -> versions.downgrade(new Destination.Steps(1))).hasMessage(message);
        assertThat(database.tables()).contains("knots");
    }

    @Test
    void seesThatTheDatabaseIsAhead() throws Exception {
        versions.upgrade(LAST);
        database.without("0003-colour");
        assertThat(status()).isEqualTo("""
                version  0003-colour  TIME
                pending  none
                unknown  0003-colour
                changed  none
                """);
        assertThat(history()).endsWith("0003-colour  TIME  unknown\n");
        assertThatThrownBy(() -> versions.downgrade(new Destination.Steps(2)))
                .hasMessage("DB-104 0003-colour: not in this changelog."
                        + " Downgrade with the version of the application that has it.");
        assertThat(database.tables()).contains("knots");
    }

    @Test
    void takesNothingBackIfOneOfThemHasNoRollback() throws Exception {
        versions.upgrade(LAST);
        database.with("0002-knots", "create table knots (id bigint primary key);");
        assertThatThrownBy(() -> versions.downgrade(new Destination.Steps(2)))
                .hasMessageStartingWith("DB-108 0002-knots: has no rollback.");
        assertThat(status()).startsWith("version  0003-colour");
    }

    @Test
    void saysWhyAChangesetFailedAndKeepsThoseBefore() {
        database.with("0002-knots", "create table knots (cord bigint references cord);");
        assertThatThrownBy(() -> versions.upgrade(LAST))
                .hasMessage("DB-107 ERROR: relation \"cord\" does not exist"
                        + " - The changeset is rolled back; the database is at 0001-cords.");
        database.with("0002-knots", "create table knots (cord bigint references cords);");
        assertThat(ids(versions.upgrade(LAST))).containsExactly("0002-knots", "0003-colour");
    }

    /** A migration that queues for a lock lets nobody pass who comes later. */
    @Test
    void doesNotQueueBehindALongTransaction() throws Exception {
        versions.upgrade(new Destination.Version("0002-knots"));
        SchemaVersions impatient =
                database.versions(new VersionedDatabase.Settings(Duration.ofSeconds(5), Duration.ofMillis(100)));
        try (Connection reader = database.connect();
                Statement statement = reader.createStatement()) {
            statement.execute("set application_name = 'monthly report'");
            reader.setAutoCommit(false);
            statement.execute("select * from cords");
            assertThatThrownBy(() -> impatient.upgrade(LAST))
                    .isInstanceOf(LocksHeldException.class)
                    .hasMessageStartingWith("DB-106 A statement did not get its lock within 100 ms, 0 times again;"
                            + " the database is at 0002-knots. The longest transaction: PostgreSQL's process ")
                    .hasMessageContaining(", \"monthly report\", for ");
            reader.rollback();
        }
        assertThat(ids(impatient.upgrade(LAST))).containsExactly("0003-colour");
    }

    @Test
    void leavesItsConnectionAsItWas() throws Exception {
        versions.upgrade(LAST);
        try (ChangelogSession session = database.changelog().open()) {
            String name = setting(session, "application_name");
            MigratorLock.acquire(session, Duration.ofSeconds(1)).close();
            assertThat(setting(session, "application_name")).isEqualTo(name);
            assertThat(database.read("select objid::text from pg_locks where locktype = 'advisory'"
                            + " and database = (select oid from pg_database where datname = current_database())"))
                    .isEmpty();
        }
    }

    private static String setting(ChangelogSession session, String name) throws SQLException {
        try (Statement statement = session.connection().createStatement();
                var row = statement.executeQuery("show " + name)) {
            row.next();
            return row.getString(1);
        }
    }
}
