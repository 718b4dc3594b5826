package dev.quipu.db.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several migrators, each a process, on one database; a table {@code gate} tells one in a changeset to go on. */
@Timeout(value = 120, threadMode = SEPARATE_THREAD)
class MigratorLockTest {

    private static final String WAITS_AT_THE_GATE = """
            create table knots (id bigint primary key);
            insert into knots values (1);
            do 'begin while not exists (select from gate) loop perform pg_sleep(0.05); end loop; end';
            --rollback drop table knots;""";

    private static final String AT_THE_GATE =
            "select pid::text from pg_stat_activity where datname = current_database() and query like 'do %'";

    @TempDir
    Path folder;

    private final List<Process> migrators = new ArrayList<>();
    private VersionedDatabase database;

    @BeforeEach
    void prepare() throws Exception {
        database = VersionedDatabase.create(folder)
                .with("0001-cords", "create table cords (id bigint primary key);\n--rollback drop table cords;")
                .with("0002-knots", WAITS_AT_THE_GATE)
                .with("0003-colour", "alter table cords add colour text;\n--rollback alter table cords drop colour;");
        database.execute("create table gate (open boolean)");
    }

    @AfterEach
    void leaveNothingBehind() {
        migrators.forEach(Process::destroyForcibly);
    }

    @Test
    void fallsWithAKilledMigrator() throws Exception {
        Process killed = start();
        awaitAtTheGate(1);
        killed.destroyForcibly();
        assertThat(killed.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(killed.exitValue()).isEqualTo(128 + 9);
        // the gate is closed still: PostgreSQL ends the statement, which would go on for nobody
        awaitAtTheGate(0);

        database.execute("insert into gate values (true)");
        assertThat(database.versions().upgrade(new Destination.Last()).steps())
                .extracting(Changeset::id)
                .containsExactly("0002-knots", "0003-colour");
        assertThat(database.read("select id::text from knots")).containsExactly("1");
    }

    @Test
    void letsOneAfterTheOtherAndEachChangesetOnce() throws Exception {
        Process first = start();
        awaitAtTheGate(1);
        Process second = start();
        Process third = start();
        awaitWaiting(3);
        database.execute("insert into gate values (true)");

        List<String> output = new ArrayList<>();
        for (Process migrator : List.of(first, second, third)) {
            migrator.inputReader().lines().forEach(output::add);
            assertThat(migrator.waitFor()).as(output.toString()).isZero();
        }
        assertThat(output).containsExactly("[0001-cords, 0002-knots, 0003-colour]", "[]", "[]");
        assertThat(database.read("select id from databasechangelog"))
                .containsExactlyInAnyOrder("0001-cords", "0002-knots", "0003-colour");
    }

    @Test
    void saysWhoHoldsIt() throws Exception {
        Process holder = start();
        awaitAtTheGate(1);
        String pid = database.read(AT_THE_GATE).get(0);
        SchemaVersions impatient =
                database.versions(new VersionedDatabase.Settings(Duration.ofSeconds(1), Duration.ofSeconds(1)));
        assertThatThrownBy(() -> impatient.upgrade(new Destination.Last()))
                .hasMessageStartingWith("DB-105 Another migration runs: PostgreSQL's process " + pid
                        + ", \"Quipu migrator, process " + holder.pid() + "\" from ")
                .hasMessageContaining("Nothing was done in 1 s of waiting.");
        assertThat(database.tables()).doesNotContain("knots");
    }

    /** A database that Liquibase's own lock has been left in, by an earlier version of the application. */
    @Test
    void doesNotMindALockThatLiquibaseLeft() throws Exception {
        database.execute("create table databasechangeloglock (id int primary key, locked boolean not null,"
                + " lockgranted timestamp, lockedby varchar(255))");
        database.execute("insert into databasechangeloglock values (1, true, now(), 'a ghost')");
        database.execute("insert into gate values (true)");
        assertThat(database.versions().upgrade(new Destination.Last()).steps()).hasSize(3);
    }

    private Process start() throws IOException {
        Process migrator = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Migrator.class.getName(),
                        database.url(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        migrators.add(migrator);
        return migrator;
    }

    private void awaitAtTheGate(int count) throws SQLException, InterruptedException {
        while (database.read(AT_THE_GATE).size() != count) {
            Thread.sleep(20);
        }
    }

    private void awaitWaiting(int count) throws SQLException, InterruptedException {
        while (database.read("select pid::text from pg_stat_activity where application_name like 'Quipu migrator%'"
                                + " and datname = current_database()")
                        .size()
                < count) {
            Thread.sleep(20);
        }
    }

    /** Another process. */
    static final class Migrator {

        public static void main(String... args) {
            VersionedDatabase database = new VersionedDatabase(args[0], Path.of(args[1]));
            Migration migration = database.versions().upgrade(new Destination.Last());
            System.out.println(migration.steps().stream().map(Changeset::id).toList());
        }
    }
}
