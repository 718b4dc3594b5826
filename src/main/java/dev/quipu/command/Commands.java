package dev.quipu.command;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Runs one command and ends. */
@Singleton
public final class Commands implements QuarkusApplication {

    /** The exit code of a command that could not do its work. */
    public static final int NOT_DONE = 2;

    private static final int PARSED = -1;

    /** A command serves nobody, migrates nothing, may take its time, and leaves standard output to its answer. */
    private static final Map<String, String> SETTINGS = Map.of(
            "quarkus.http.host-enabled", "false",
            "quipu.db.migrate-at-start", "false",
            "quipu.demo-data", "false",
            "quipu.limit.lock", "0",
            "quarkus.transaction-manager.default-transaction-timeout", "PT24H",
            "quarkus.banner.enabled", "false",
            "quarkus.log.console.stderr", "true",
            "quarkus.log.category.\"io.quarkus\".level", "WARN");

    @Inject
    IFactory factory;

    /**
     * Answers a request for help, says what is wrong with the arguments, or runs a command that needs no application, and ends;
     * otherwise returns. Needs no database.
     */
    public static void stopAtMistake(String... args) {
        int outcome = args.length == 0
                ? PARSED
                : line(CommandLine.defaultFactory())
                        .setExecutionStrategy(Commands::parsed)
                        .execute(args);
        if (outcome != PARSED) {
            System.exit(outcome);
        }
    }

    private static int parsed(ParseResult result) {
        Integer helped = CommandLine.executeHelpRequest(result);
        if (helped != null) {
            return helped;
        }
        var commands = result.asCommandLineList();
        CommandLine last = commands.get(commands.size() - 1);
        if (!last.getSubcommands().isEmpty()) {
            throw new ParameterException(
                    last,
                    "Which one? " + String.join(", ", last.getSubcommands().keySet()));
        }
        return last.getCommand() instanceof WithoutApplication ? new CommandLine.RunLast().execute(result) : PARSED;
    }

    /** Whether the arguments are the command that makes the database, without which the application does not start. */
    public static boolean isCreation(String... args) {
        return args.length >= 2 && args[0].equals("db") && args[1].equals("create");
    }

    /** Starts the application for that command, runs it, and ends with its exit code. */
    public static void start(String... args) {
        SETTINGS.forEach(System::setProperty);
        Quarkus.run(Commands.class, Commands::end, args);
    }

    /** An application that does not start has not done its work; 1 is the code of one that has found something wrong. */
    private static void end(int code, @Nullable Throwable problem) {
        if (problem != null) {
            Throwable cause = problem;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            System.err.println(cause.getMessage());
        }
        System.exit(
                problem == null ? code : NOT_DONE); // dev mode's own handler would wait for somebody to start it again
    }

    @Override
    public int run(String @Nullable ... args) {
        CommandLine line = line(factory);
        try {
            return line.execute(args);
        } finally {
            line.getOut().flush();
        }
    }

    /** The command line; a command that fails tells its reason in one line. */
    static CommandLine line(IFactory factory) {
        return new CommandLine(QuipuCommand.class, factory).setExecutionExceptionHandler((problem, command, parsed) -> {
            command.getErr().println(problem.getMessage());
            return NOT_DONE;
        });
    }
}
