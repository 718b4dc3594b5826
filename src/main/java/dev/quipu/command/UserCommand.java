package dev.quipu.command;

import dev.quipu.account.NewAccounts;
import dev.quipu.db.version.SchemaReport;
import dev.quipu.db.version.SchemaVersions;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code user create} */
@Command(name = "user", description = "The accounts.")
final class UserCommand {

    @Inject
    NewAccounts accounts;

    @Inject
    SchemaVersions versions;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Command(
            description =
                    "Makes an account. Asks for its password on a terminal; else the password is the first line of standard input.")
    void create(
            @Parameters(paramLabel = "NAME", description = "the username") String username,
            @Option(
                            names = "--role",
                            paramLabel = "ROLE",
                            description = "the name of its role; it is made if it is missing")
                    @Nullable
                    String role,
            @Option(
                            names = "--set",
                            paramLabel = "ATTRIBUTE=VALUE",
                            description = "another attribute: email=ann@example.org")
                    @Nullable
                    Map<String, String> attributes)
            throws IOException {
        List<String> pending = SchemaReport.ids(versions.state().pending());
        if (!pending.isEmpty()) {
            throw new IllegalStateException(
                    "DB-109 The database lacks " + String.join(", ", pending) + ". Run db upgrade first.");
        }
        NewAccounts.Draft draft = accounts.draft(username, role, attributes == null ? Map.of() : attributes);
        accounts.create(draft, password());
        spec.commandLine().getOut().println("Account " + username + " created.");
    }

    private static String password() throws IOException {
        Console console = System.console();
        if (console == null) {
            String line = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
            if (line == null) {
                throw new IllegalStateException("SEC-209 Standard input is empty: its first line is the password.");
            }
            return line;
        }
        char[] password = console.readPassword("Password: ");
        if (!Arrays.equals(password, console.readPassword("Once more: "))) {
            throw new IllegalStateException("SEC-209 These were two different passwords. Try again.");
        }
        return password == null ? "" : new String(password);
    }
}
