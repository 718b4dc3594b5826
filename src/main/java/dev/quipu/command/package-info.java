/**
 * The command line: {@code java -jar quarkus-run.jar rules verify}. {@link dev.quipu.command.QuipuCommand} lists the commands;
 * {@link dev.quipu.command.Commands} runs one in an application that opens no port and leaves the schema as it is.
 *
 * <p>Exit codes: 0 for done and all right, 1 for done and something is wrong, 2 for not done.
 */
@NullMarked
package dev.quipu.command;

import org.jspecify.annotations.NullMarked;
