package dev.quipu.start;

import dev.quipu.db.LiquibaseSettings;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts Quipu, once there is a database to start on. */
@QuarkusMain
public final class Main {

    Main() {}

    public static void main(String... args) {
        try {
            DatabaseSettings.ensure();
        } catch (StartException problem) {
            System.err.println(problem.getMessage());
            System.exit(1);
        }
        LiquibaseSettings.logInsteadOfPrinting();
        Quarkus.run(StartLine.class, args);
    }
}
