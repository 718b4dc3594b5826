package dev.quipu.start;

import dev.quipu.command.Commands;
import dev.quipu.db.LiquibaseSettings;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts Quipu, once there is a database to start on: to serve, or with arguments to run that one command. */
@QuarkusMain
public final class Main {

    Main() {}

    public static void main(String... args) {
        Commands.stopAtMistake(args);
        try {
            if (Commands.isCreation(args)) {
                System.out.print(DatabaseSettings.create());
                System.exit(0);
            }
            DatabaseSettings.ensure(args.length > 0);
            LiquibaseSettings.logInsteadOfPrinting();
            if (args.length == 0) {
                DevelopmentVersions.prepare();
            }
        } catch (StartException problem) {
            System.err.println(problem.getMessage());
            System.exit(args.length == 0 ? 1 : Commands.NOT_DONE);
        }
        if (args.length == 0) {
            Quarkus.run(StartLine.class);
        } else {
            Commands.start(args);
        }
    }
}
