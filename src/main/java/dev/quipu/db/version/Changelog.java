package dev.quipu.db.version;

import io.quarkus.liquibase.LiquibaseFactory;
import java.util.function.Supplier;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;

/**
 * The changesets of this application, and the database that is to have them.
 *
 * @param liquibase opens Liquibase on a connection of its own, which goes when it is closed
 */
record Changelog(Supplier<Liquibase> liquibase, Contexts contexts, LabelExpression labels) {

    static Changelog of(LiquibaseFactory factory) {
        return new Changelog(factory::createLiquibase, factory.createContexts(), factory.createLabels());
    }

    ChangelogSession open() {
        return new ChangelogSession(liquibase.get(), contexts, labels);
    }
}
