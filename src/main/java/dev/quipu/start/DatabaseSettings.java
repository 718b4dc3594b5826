package dev.quipu.start;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;
import java.sql.SQLException;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** Finds the database before Quarkus starts, and sees that it answers. */
final class DatabaseSettings {

    static final String URL = "quarkus.datasource.jdbc.url";
    static final String USERNAME = "quarkus.datasource.username";
    static final String PASSWORD = "quarkus.datasource.password";
    private static final String ADMIN_USERNAME = "quipu.db.admin.username";
    private static final String ADMIN_PASSWORD = "quipu.db.admin.password";
    private static final String POSTGRESQL = "io.zonky.test.db.postgres.embedded.EmbeddedPostgres";

    private DatabaseSettings() {}

    /**
     * Sees to it that Quarkus will find a database: the configured one or, in dev mode without one, PostgreSQL in a folder of
     * the project.
     *
     * @param forCommand whether it is for one command only, which uses the server of a dev mode that is running
     * @throws StartException if there is none, or it grants no connection
     */
    static void ensure(boolean forCommand) {
        SmallRyeConfig config = config();
        DatabaseAddress configured = configured(config);
        if (configured != null) {
            tryOut(configured);
        } else if (isDevelopment()) {
            startLocal(config.getProfiles().get(0), forCommand);
        } else {
            throw nothingConfigured();
        }
    }

    /**
     * Makes the configured database.
     *
     * @return what was done
     * @throws StartException if that cannot be done
     */
    static String create() {
        SmallRyeConfig config = config();
        DatabaseAddress configured = configured(config);
        if (configured != null) {
            String admin = value(ADMIN_USERNAME, config);
            return new DatabaseCreation(
                            configured,
                            admin == null ? configured.username() : admin,
                            admin == null ? configured.password() : value(ADMIN_PASSWORD, config))
                    .create();
        }
        if (isDevelopment()) {
            return "Nothing to do. No database is configured, and dev mode brings its own.\n";
        }
        throw nothingConfigured();
    }

    private static SmallRyeConfig config() {
        if (isDevelopment()) {
            // Quarkus has not started yet and does not know its mode, on which the profile of the configuration
            // depends.
            LaunchMode.set(LaunchMode.DEVELOPMENT);
        }
        return ConfigUtils.configBuilder().build();
    }

    private static StartException nothingConfigured() {
        return new StartException("START-101 No database is configured. Set QUARKUS_DATASOURCE_JDBC_URL"
                + " (jdbc:postgresql://host:5432/name), QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD.");
    }

    private static void tryOut(DatabaseAddress database) {
        try {
            database.connect().close();
        } catch (SQLException e) {
            throw new StartException("START-102 No connection to " + database.publicUrl() + ": " + firstLine(e)
                    + " - Start that database, or correct QUARKUS_DATASOURCE_JDBC_URL, _USERNAME and _PASSWORD.");
        }
    }

    /** PostgreSQL adds lines about its own source. */
    private static String firstLine(SQLException failure) {
        return DatabaseAddress.firstLine(failure);
    }

    /**
     * Tells Quarkus by system properties, which outlive a live reload: the next start finds the same server, as the configured
     * one. They hold for dev mode's profile only: its continuous testing runs in the same JVM, on a database of its own.
     */
    private static void startLocal(String profile, boolean forCommand) {
        LocalFolder folder = LocalFolder.ofProject();
        DatabaseAddress running = forCommand ? LocalPostgresql.running(folder) : null;
        DatabaseAddress local = running != null
                ? running
                : LocalPostgresql.address(LocalPostgresql.startKept(folder).getPort());
        System.setProperty("%" + profile + "." + URL, local.url());
        System.setProperty("%" + profile + "." + USERNAME, String.valueOf(local.username()));
        System.setProperty(StartLine.DATA_FOLDER, folder.data().toString());
    }

    private static @Nullable DatabaseAddress configured(Config config) {
        String url = value(URL, config);
        return url == null ? null : new DatabaseAddress(url, value(USERNAME, config), value(PASSWORD, config));
    }

    private static @Nullable String value(String property, Config config) {
        return config.getOptionalValue(property, String.class).orElse(null);
    }

    /** The packaged application contains no PostgreSQL; tests do not pass here. */
    private static boolean isDevelopment() {
        try {
            Class.forName(POSTGRESQL, false, DatabaseSettings.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
