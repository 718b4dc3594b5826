package dev.quipu.command;

import picocli.CommandLine.Command;

/** {@code db import} */
@Command(name = "db", description = "The database and its schema.", subcommands = ImportCommand.class)
final class DbCommand {}
