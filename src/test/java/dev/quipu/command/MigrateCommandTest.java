package dev.quipu.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.IFactory;

/** What {@code db migrate} prints and writes, on the entities and the changelog of this application. */
@QuarkusTest
class MigrateCommandTest {

    private static final Path CHANGES = Path.of("src/main/resources/db/changes");

    @Inject
    IFactory factory;

    @TempDir
    Path resources;

    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void copyChanges() throws IOException {
        folder = Files.createDirectory(resources.resolve("changes"));
        try (var files = Files.list(CHANGES)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    private int run(String... args) {
        return Commands.line(factory)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    @Test
    void writesNothingIfNothingChanged() throws IOException {
        assertThat(run("db", "migrate", "-m", "nothing", "--dir", folder.toString()))
                .as(err.toString())
                .isZero();
        assertThat(out).hasToString("The changelog makes what the entities describe: nothing to write.\n");
        assertThat(folder).isDirectoryNotContaining("glob:**nothing*");
    }

    @Test
    void writesAnEmptyOneForTheHand() throws IOException {
        assertThat(run("db", "migrate", "--empty", "-m", "Add 2 views!", "--dir", folder.toString()))
                .isZero();
        Path written;
        try (var files = Files.list(folder)) {
            written = files.filter(file -> file.toString().endsWith("-add-2-views.sql"))
                    .findFirst()
                    .orElseThrow();
        }
        String name = written.getFileName().toString().replace(".sql", "");
        assertThat(name).startsWith("0007-");
        assertThat(written).content().startsWith("--liquibase formatted sql\n\n--changeset quipu:" + name + "\n");
    }

    @Test
    void letsARunningDevModeKnow() throws IOException {
        Path changelog = Files.createFile(resources.resolve("changelog.yaml"));
        Files.setLastModifiedTime(changelog, FileTime.fromMillis(0));
        assertThat(run("db", "migrate", "--empty", "-m", "views", "--dir", folder.toString()))
                .isZero();
        assertThat(Files.getLastModifiedTime(changelog).toMillis()).isPositive();
    }

    @Test
    void refusesWhatItDoesNotUnderstand() throws IOException {
        assertThat(run("db", "migrate", "-m", "x", "--rename", "users", "--dir", folder.toString()))
                .isEqualTo(Commands.NOT_DONE);
        assertThat(run("db", "migrate", "-m", "x", "--rename", "users.nick=name", "--dir", folder.toString()))
                .isEqualTo(Commands.NOT_DONE);
        assertThat(run("db", "migrate", "-m", "?", "--dir", folder.toString())).isEqualTo(Commands.NOT_DONE);
        assertThat(run("db", "migrate", "-m", "long ".repeat(60), "--dir", folder.toString()))
                .isEqualTo(Commands.NOT_DONE);
        assertThat(run("db", "migrate", "-m", "x", "--dir", "nowhere")).isEqualTo(Commands.NOT_DONE);
        Files.createFile(folder.resolve("0099-unbuilt.sql"));
        assertThat(run("db", "migrate", "-m", "x", "--dir", folder.toString())).isEqualTo(Commands.NOT_DONE);
        Files.delete(folder.resolve("0099-unbuilt.sql"));
        Files.delete(folder.resolve("0003-rules-as-comments.sql"));
        assertThat(run("db", "migrate", "-m", "x", "--dir", folder.toString())).isEqualTo(Commands.NOT_DONE);
        assertThat(err.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("DB-201 --rename users: write --rename table.column=name"),
                        line -> assertThat(line)
                                .startsWith(
                                        "DB-202 --rename users.nick=name: the changelog makes no column nick of users"
                                                + " (it has id, version, username,"),
                        line -> assertThat(line).startsWith("DB-201 -m \"?\" names no file."),
                        line -> assertThat(line).startsWith("DB-201 -m has 299 characters"),
                        line -> assertThat(line).startsWith("DB-209 There is no folder "),
                        line -> assertThat(line).startsWith("DB-209 0099-unbuilt.sql in "),
                        line -> assertThat(line).startsWith("DB-209 0003-rules-as-comments.sql is not in "));
    }
}
