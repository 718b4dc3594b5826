package dev.quipu.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresqlTest {

    @TempDir
    static Path temp;

    @Test
    void keepsItsDataBetweenTwoRuns() throws Exception {
        LocalFolder folder = new LocalFolder(temp.resolve("a folder"));
        try (EmbeddedPostgres first = LocalPostgresql.startKept(folder)) {
            execute(first.getPort(), "create table knots as select 42 as count");
        }
        try (EmbeddedPostgres second = LocalPostgresql.startKept(folder)) {
            assertThat(countOfKnots(second.getPort())).isEqualTo(42);
        }
    }

    @Test
    void takesOverTheServerOfAJvmThatWasKilled() throws Exception {
        LocalFolder folder = new LocalFolder(temp.resolve("killed"));
        Process killed = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherJvm.class.getName(),
                        folder.path().toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int port;
        try (BufferedReader output = killed.inputReader()) {
            port = Integer.parseInt(output.readLine());
        }
        execute(port, "create table knots as select 42 as count");
        killed.destroyForcibly();
        assertThat(killed.waitFor(10, TimeUnit.SECONDS)).isTrue();

        try (EmbeddedPostgres next = LocalPostgresql.startKept(folder)) {
            assertThat(next.getPort()).isEqualTo(port);
            assertThat(countOfKnots(port)).isEqualTo(42);
        }
        assertThatThrownBy(() -> countOfKnots(port)).hasMessageContaining("refused");
    }

    @Test
    void isNotStartedTwiceOnTheSameData() throws Exception {
        LocalFolder folder = new LocalFolder(temp.resolve("running"));
        try (EmbeddedPostgres first = LocalPostgresql.startKept(folder)) {
            assertThatThrownBy(() -> LocalPostgresql.startKept(folder))
                    .isInstanceOf(StartException.class)
                    .hasMessage("START-103 PostgreSQL does not start on " + folder.data()
                            + ": another Quipu is running on it. Use or stop that one.");
            assertThat(first.getPort()).isPositive();
        }
    }

    /** Starts a server and waits to be killed. */
    static final class OtherJvm {

        public static void main(String... args) throws InterruptedException {
            System.out.println(
                    LocalPostgresql.startKept(new LocalFolder(Path.of(args[0]))).getPort());
            Thread.currentThread().join();
        }
    }

    private static void execute(int port, String sql) throws SQLException {
        try (Connection connection = LocalPostgresql.address(port).connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int countOfKnots(int port) throws SQLException {
        try (Connection connection = LocalPostgresql.address(port).connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count from knots")) {
            row.next();
            return row.getInt(1);
        }
    }
}
