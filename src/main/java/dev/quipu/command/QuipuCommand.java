package dev.quipu.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** All commands. */
@Command(
        name = "quipu",
        description = "Without a command, serves GraphQL.",
        subcommands = {DbCommand.class, RulesCommand.class, UserCommand.class})
final class QuipuCommand {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Says what there is.")
    boolean help;
}
