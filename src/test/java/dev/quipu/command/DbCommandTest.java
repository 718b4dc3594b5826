package dev.quipu.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quipu.testing.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.IFactory;

/** What the commands print, and their exit codes; how versions follow each other is SchemaVersionsTest's. */
@QuarkusTest
class DbCommandTest {

    @Inject
    IFactory factory;

    @Inject
    DataSource dataSource;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Database database;
    private String sequencesGoOn = "";

    @BeforeEach
    void clear() throws SQLException {
        database = new Database(dataSource);
        database.clear();
        sequencesGoOn = sequencesGoOn();
    }

    @AfterEach
    void bringBack() throws SQLException {
        run("db", "upgrade");
        database.execute(sequencesGoOn);
        database.clear();
    }

    /** Hibernate keeps the blocks of ids that it has drawn, and a sequence that is made anew would give them again. */
    private String sequencesGoOn() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select coalesce(string_agg(format('setval(%L, %s)', quote_ident(sequencename), last_value), ', '), '1')"
                                + " from pg_sequences where schemaname = current_schema and last_value is not null")) {
            row.next();
            return "select " + row.getString(1);
        }
    }

    private int run(String... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Commands.line(factory)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    private String printed() {
        return out.toString().replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\dZ", "TIME");
    }

    @Test
    void statusSaysThatAllIsWell() {
        assertThat(run("db", "status")).isZero();
        assertThat(printed()).isEqualTo("""
                database %s
                version  0006-login-attempts  TIME
                pending  none
                unknown  none
                changed  none
                drift    none
                """.formatted(url));
        assertThat(run("db", "history")).isZero();
        assertThat(printed()).isEqualTo("""
                0001-first-version      TIME
                0002-idempotency        TIME
                0003-rules-as-comments  TIME
                0004-accounts           TIME
                0005-audit              TIME
                0006-login-attempts     TIME
                """);
        RestAssured.get("/q/health/ready").then().statusCode(200);
    }

    @Test
    void statusSaysWhatIsNotAsItShouldBe() throws SQLException {
        database.execute("alter table posts add mood text");
        try {
            assertThat(run("db", "status")).isEqualTo(1);
            assertThat(printed()).endsWith("\ndrift    column posts.mood text is only in the database\n");
        } finally {
            database.execute("alter table posts drop mood");
        }
        assertThat(run("db", "downgrade")).isZero();
        assertThat(printed()).isEqualTo("""
                0006-login-attempts  taken back
                The database is at 0005-audit.
                """);
        assertThat(run("db", "status")).isEqualTo(1);
        assertThat(printed()).endsWith("""
                version  0005-audit  TIME
                pending  0006-login-attempts
                unknown  none
                changed  none
                drift    unknown while changesets are pending
                """);
        assertThat(run("db", "upgrade", "--to", "0006-login-attempts")).isZero();
        assertThat(printed()).isEqualTo("""
                0006-login-attempts  applied
                The database is at 0006-login-attempts.
                """);
    }

    @Test
    void sqlDoesWhatTheCommandDoes() throws SQLException {
        assertThat(run("db", "downgrade", "--sql")).isZero();
        String down = out.toString();
        assertThat(run("db", "status")).isZero();
        database.execute(down);
        assertThat(run("db", "upgrade", "--sql")).isZero();
        String up = out.toString();
        assertThat(up.lines().filter(line -> !line.isBlank() && !line.startsWith("--")))
                .first()
                .asString()
                .isEqualTo("create unlogged table quipu_login_attempts (");
        database.execute(up);
        assertThat(run("db", "verify")).isZero();
        assertThat(printed()).contains("drift    none\n", "everything stored is as they say.");
    }

    @Test
    void seedPutsTheShopIntoAnEmptyDatabaseOnce() {
        assertThat(run("db", "seed")).isZero();
        assertThat(out).hasToString("Demo data: 5 users, 5 products, 5 orders, 4 posts" + System.lineSeparator());
        assertThat(run("db", "seed")).isZero();
        assertThat(out).hasToString("Nothing to do. There are users already." + System.lineSeparator());
        assertThat(run("db", "verify")).isZero();
        run("db", "downgrade");
        assertThat(run("db", "seed")).isEqualTo(2);
        assertThat(err)
                .hasToString("DB-109 The database lacks 0006-login-attempts. Run db upgrade first."
                        + System.lineSeparator());
    }

    @Test
    void verifyFindsWhatTheRulesDoNotGive() throws SQLException {
        database.execute("insert into roles (id, version, name, user_count) values (-1, 0, 'buyer', 3)");
        assertThat(run("db", "verify")).isEqualTo(1);
        assertThat(printed()).contains("drift    none\n", "Role.userCount of Role -1 is 3, should be 0");
    }

    @Test
    void refusesInALine() {
        assertThat(run("db", "upgrade", "--to", "0003-x", "--count", "1")).isEqualTo(2);
        assertThat(err).hasToString("DB-101 --to and --count are both given: leave one out." + System.lineSeparator());
        assertThat(run("db", "downgrade", "--count", "0")).isEqualTo(2);
        assertThat(err).hasToString("DB-101 --count 0: at least 1." + System.lineSeparator());
    }

    /** The lock timeout is 2 s, as in production: a reader of 3 s lets the first changesets pass and makes the last one fail once. */
    @Test
    void goesOnFromWhereItHadToWait() throws Exception {
        try (Connection reader = dataSource.getConnection();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("select from roles");
            CompletableFuture<Integer> downgrade =
                    CompletableFuture.supplyAsync(() -> run("db", "downgrade", "--count", "6"));
            TimeUnit.SECONDS.sleep(3);
            assertThat(downgrade).isNotDone();
            reader.rollback();
            assertThat(downgrade.get(20, TimeUnit.SECONDS)).isZero();
        }
        assertThat(printed()).isEqualTo("""
                0006-login-attempts     taken back
                0005-audit              taken back
                0004-accounts           taken back
                0003-rules-as-comments  taken back
                0002-idempotency        taken back
                0001-first-version      taken back
                The database has no version.
                """);
        assertThat(settingsInThePool()).isEqualTo("10s");
    }

    private String settingsInThePool() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show lock_timeout")) {
            row.next();
            return row.getString(1);
        }
    }
}
