package dev.quipu.start;

import dev.quipu.db.migrate.AutoMigration;
import dev.quipu.db.migrate.Changelog;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.configuration.ConfigUtils;
import java.sql.SQLException;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;
import org.postgresql.ds.PGSimpleDataSource;

/** In dev mode, before the changelog is played: what was changed without a version gives way to a version. */
final class DevelopmentVersions {

    private static final Logger LOG = Logger.getLogger(DevelopmentVersions.class);

    private DevelopmentVersions() {}

    /** @throws StartException if what was changed cannot be taken back */
    static void prepare() {
        if (LaunchMode.current() != LaunchMode.DEVELOPMENT) {
            return;
        }
        Config config = ConfigUtils.configBuilder().build();
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(config.getValue(DatabaseSettings.URL, String.class));
        config.getOptionalValue(DatabaseSettings.USERNAME, String.class).ifPresent(database::setUser);
        config.getOptionalValue(DatabaseSettings.PASSWORD, String.class).ifPresent(database::setPassword);
        Changelog changelog = new Changelog(
                config.getValue("quarkus.liquibase.change-log", String.class),
                new ClassLoaderResourceAccessor(Thread.currentThread().getContextClassLoader()));
        try {
            switch (new AutoMigration(database).giveWay(changelog)) {
                case UNTOUCHED -> {}
                case ADOPTED -> LOG.info("The new versions say what auto-migrate had done already: they count as run.");
                case TAKEN_BACK ->
                    LOG.info("What auto-migrate had done was taken back, since the new versions say something else."
                            + " Values of columns that only it had made are gone.");
            }
        } catch (SQLException | LiquibaseException e) {
            throw new StartException("START-105 What auto-migrate had done cannot be taken back: " + e.getMessage()
                    + " - Delete the folder .quipu for a fresh database.");
        }
    }
}
