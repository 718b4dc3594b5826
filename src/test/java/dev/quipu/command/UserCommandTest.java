package dev.quipu.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quipu.testing.Database;
import dev.quipu.testing.Tables;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.IFactory;

/** {@code user create}, with the password on standard input. */
@QuarkusTest
class UserCommandTest {

    @Inject
    IFactory factory;

    @Inject
    DataSource dataSource;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    @AfterEach
    void clear() throws SQLException {
        new Database(dataSource).clear();
    }

    private int run(String input, String... args) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        try {
            return Commands.line(factory)
                    .setOut(new PrintWriter(out, true))
                    .setErr(new PrintWriter(err, true))
                    .execute(args);
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void makesTheFirstAccountAndItsRole() {
        assertThat(run(
                        "knots and cords\n",
                        "user",
                        "create",
                        "root",
                        "--role",
                        "admin",
                        "--set",
                        "email=root@example.org"))
                .as(err.toString())
                .isZero();
        assertThat(run(
                        "knots and cords\n",
                        "user",
                        "create",
                        "next",
                        "--role",
                        "admin",
                        "--set",
                        "email=b",
                        "--set",
                        "creditLimit=5"))
                .as(err.toString())
                .isZero();

        assertThat(out).hasToString("Account root created.%nAccount next created.%n".formatted());
        assertThat(Tables.read(dataSource).rows().values())
                .anySatisfy(
                        row -> assertThat(row).containsEntry("name", "admin").containsEntry("user_count", "2"))
                .anySatisfy(row -> assertThat(row)
                        .containsEntry("username", "root")
                        .containsEntry("balance", "0.00")
                        .hasEntrySatisfying(
                                "password_hash", hash -> assertThat(hash).startsWith("$argon2id$")));
    }

    @Test
    void saysWhatIsMissingOrWrong() {
        run("knots and cords\n", "user", "create", "root", "--set", "email=root@example.org");

        assertThat(run(
                        "knots and cords\n",
                        "user",
                        "create",
                        "root",
                        "--set",
                        "passwordHash=x",
                        "--set",
                        "creditLimit=much"))
                .isEqualTo(2);
        assertThat(err.toString().lines())
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).startsWith("SEC-207 root exists already"),
                        line -> assertThat(line).startsWith("SEC-208 --set passwordHash: User has no such attribute"),
                        line -> assertThat(line)
                                .isEqualTo("SEC-208 --set creditLimit=much: User.creditLimit takes a BigDecimal."),
                        line -> assertThat(line).isEqualTo("SEC-208 User needs email: add --set email=.."));
        assertThat(run("short\n", "user", "create", "ann", "--set", "email=a")).isEqualTo(2);
        assertThat(run("", "user", "create", "ann", "--set", "email=a")).isEqualTo(2);
        assertThat(err.toString()).contains("8 to 128 characters", "SEC-209 ").doesNotContain("short");
    }
}
