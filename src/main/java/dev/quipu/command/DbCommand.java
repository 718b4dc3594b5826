package dev.quipu.command;

import dev.quipu.db.schema.SchemaDrift;
import dev.quipu.db.version.Destination;
import dev.quipu.db.version.SchemaReport;
import dev.quipu.db.version.SchemaState;
import dev.quipu.db.version.SchemaVersions;
import dev.quipu.rule.tool.RuleVerification;
import dev.quipu.rule.tool.VerificationReport;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code db status | history | upgrade | downgrade | create | seed | verify | migrate | import} */
@Command(
        name = "db",
        description = "The schema: its versions, and whether the database is as they say.",
        subcommands = {MigrateCommand.class, ImportCommand.class})
final class DbCommand {

    private static final int DONE = 0;
    private static final int SOMETHING_IS_WRONG = 1;

    @Inject
    SchemaVersions versions;

    @Inject
    SchemaDrift drift;

    @Inject
    RuleVerification rules;

    @Inject
    Instance<SeedData> seedData;

    @Inject
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Command(
            description =
                    "Prints the version of the database, and how it differs from this application's; exits with 1 if it does.")
    int status() throws SQLException {
        SchemaState state = versions.state();
        List<String> drift = state.pending().isEmpty() ? this.drift.sentences() : List.of();
        out().print("database " + url.replaceFirst("\\?.*", "") + "\n" + SchemaReport.status(state));
        out().print(SchemaReport.line(
                "drift", state.pending().isEmpty() ? drift : List.of("unknown while changesets are pending")));
        return state.upToDate() && drift.isEmpty() ? DONE : SOMETHING_IS_WRONG;
    }

    @Command(description = "Prints what the database has had, and what is pending. Times are UTC.")
    void history() {
        out().print(SchemaReport.history(versions.state()));
    }

    @Command(description = "Applies pending changesets: all of them, or as far as is said.")
    void upgrade(
            @Option(names = "--to", paramLabel = "VERSION", description = "a changeset, 0002-idempotency, or a tag")
                    @Nullable
                    String version,
            @Option(names = "--count", paramLabel = "N", description = "so many") @Nullable Integer count,
            @Option(names = "--sql", description = "prints the SQL instead, for psql") boolean sql) {
        Destination destination = Destination.of(version, count, new Destination.Last());
        out().print(
                        sql
                                ? versions.upgradeSql(destination)
                                : SchemaReport.migration(versions.upgrade(destination), "applied"));
    }

    @Command(description = "Takes changesets back, the last first: one, or as far as is said.")
    void downgrade(
            @Option(
                            names = "--to",
                            paramLabel = "VERSION",
                            description = "the changeset, or tag, that is to be the last")
                    @Nullable
                    String version,
            @Option(names = "--count", paramLabel = "N", description = "so many") @Nullable Integer count,
            @Option(names = "--sql", description = "prints the SQL instead, for psql") boolean sql) {
        Destination destination = Destination.of(version, count, new Destination.Steps(1));
        out().print(
                        sql
                                ? versions.downgradeSql(destination)
                                : SchemaReport.migration(versions.downgrade(destination), "taken back"));
    }

    @Command(description = "Makes the configured database and its role, if they are not there and the login may.")
    void create() {
        throw new IllegalStateException(
                "is done before the application starts, which needs the database: dev.quipu.start");
    }

    @Command(description = "Puts the small shop into a database without users.")
    void seed() {
        List<String> pending = SchemaReport.ids(versions.state().pending());
        if (!pending.isEmpty()) {
            throw new IllegalStateException(
                    "DB-109 The database lacks " + String.join(", ", pending) + ". Run db upgrade first.");
        }
        if (!seedData.isResolvable()) {
            throw new IllegalStateException(
                    "DB-114 There is nothing to put into the database: no bean implements dev.quipu.command.SeedData.");
        }
        SeedData data = seedData.get();
        out().println(data.loadOnce() ? data.summary() : "Nothing to do. There are users already.");
    }

    @Command(
            description =
                    "Compares the database with the changelog, the entities and what the rules give; exits with 1 on a difference.")
    int verify(
            @Option(names = "--show", defaultValue = "20", description = "how many differences a rule to print")
                    int shown)
            throws SQLException {
        int schema = status();
        try {
            VerificationReport report = rules.verify(shown);
            out().print(report.text());
            return report.clean() ? schema : SOMETHING_IS_WRONG;
        } catch (PersistenceException e) {
            out().println("The rules cannot be verified on this schema: " + e.getMessage());
            return SOMETHING_IS_WRONG;
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
