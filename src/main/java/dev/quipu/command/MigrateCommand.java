package dev.quipu.command;

import dev.quipu.db.migrate.MigrationRequest;
import dev.quipu.db.migrate.Migrations;
import dev.quipu.db.migrate.Rename;
import jakarta.inject.Inject;
import java.io.Console;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code db migrate -m "add nickname to users"} */
@Command(
        name = "migrate",
        description = "Writes the next version of the schema: what the entities have and the changelog has not.")
final class MigrateCommand implements Callable<Integer> {

    @Inject
    Migrations migrations;

    @Option(
            names = {"-m", "--message"},
            required = true,
            description = "what changes; names the file")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    String message;

    @Option(
            names = "--rename",
            description = "table.column=name or table=name: what has only another name. Several times for several.")
    List<String> renames = List.of();

    @Option(names = "--allow-drop", description = "lets rows and values get lost")
    boolean allowDrop;

    @Option(names = "--empty", description = "writes a file to be filled by hand")
    boolean empty;

    @Option(names = "--dir", defaultValue = "src/main/resources/db/changes", description = "default: ${DEFAULT-VALUE}")
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        List<Rename> renamed = renames.stream().map(Rename::parse).toList();
        Optional<Path> file =
                migrations.write(new MigrationRequest(message, renamed, allowDrop, empty, directory, question()));
        out.println(file.map(path ->
                        "Wrote " + path + (empty ? "." : ", played up, down and up. Read it before you run it."))
                .orElse("The changelog makes what the entities describe: nothing to write."));
        return 0;
    }

    /** Null if nobody sits there. */
    private static @Nullable Predicate<Rename> question() {
        Console console = System.console();
        return console == null
                ? null
                : rename -> String.valueOf(console.readLine(
                                "%s goes and %s comes. The same under another name? [y/N] ",
                                rename.column() == null ? rename.table() : rename.table() + "." + rename.column(),
                                rename.to()))
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .startsWith("y");
    }
}
