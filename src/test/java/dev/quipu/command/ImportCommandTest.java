package dev.quipu.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quipu.db.reverse.TradeDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The exit codes of {@code db import}, which a script goes by. */
class ImportCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    private int run(String... args) {
        return Commands.line(CommandLine.defaultFactory())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    private int importFrom(String url) {
        return run(
                "db",
                "import",
                "--url",
                url,
                "--username",
                TradeDatabase.USERNAME,
                "--tables",
                "territories,countries",
                "--package",
                "shop",
                "--dir",
                folder.toString());
    }

    @Test
    void isZeroForDoneOneForDifferencesAndTwoForNotDone() throws Exception {
        TradeDatabase database = TradeDatabase.make("trade_command");
        assertThat(importFrom(database.url())).isZero();
        Path territory = folder.resolve("shop/Territory.java");
        assertThat(out).asString().contains("written " + territory, "2 written, 0 as they were, 0 that differ");
        assertThat(importFrom(database.url())).isZero();

        Files.writeString(territory, "// mine\n" + Files.readString(territory));
        assertThat(importFrom(database.url())).isEqualTo(1);
        assertThat(out).asString().contains("--- " + territory, "-// mine\n");

        assertThat(importFrom("jdbc:postgresql://localhost:1/shop")).isEqualTo(2);
        assertThat(err.toString()).startsWith("DB-311 ").hasLineCount(1);
        assertThat(importFrom("jdbc:postgres://localhost/shop?password=secret")).isEqualTo(2);
        assertThat(err.toString()).hasLineCount(2).doesNotContain("secret");
    }
}
