package dev.quipu.command;

import picocli.CommandLine.Command;

/** {@code db migrate} */
@Command(
        name = "db",
        description = "The schema: its versions, and what the entities make of it.",
        subcommands = MigrateCommand.class)
final class DbCommand {}
