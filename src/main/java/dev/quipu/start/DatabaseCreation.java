package dev.quipu.start;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGConnection;

/**
 * Makes a database and the role that uses it, which owns it. What is there stays as it is.
 *
 * @param wanted the database, and the role with its password
 * @param admin who makes them, by way of the server's database {@code postgres}
 */
record DatabaseCreation(
        DatabaseAddress wanted,
        @Nullable String admin,
        @Nullable String adminPassword) {

    private static final String NO_SUCH_DATABASE = "3D000";
    private static final String LOGIN_REFUSED = "28";

    /**
     * Makes what is missing.
     *
     * @return what was done, in lines
     * @throws StartException if the server, or the rights of the admin, do not let it
     */
    String create() {
        String role = wanted.username();
        String database = database();
        if (role == null) {
            throw new StartException("DB-111 No role is configured. Set QUARKUS_DATASOURCE_USERNAME.");
        }
        SQLException refusal = refusal(wanted);
        if (refusal == null) {
            return "Nothing to do. " + wanted.publicUrl() + " is there.\n";
        }
        if (!isMissing(refusal)) {
            throw new StartException("DB-112 No connection to " + wanted.publicUrl() + ": " + firstLine(refusal)
                    + " - Start that server, or correct QUARKUS_DATASOURCE_JDBC_URL.");
        }
        try (Connection connection = maintenance().connect()) {
            String done = createRole(connection, role) + createDatabase(connection, database, role);
            SQLException still = refusal(wanted);
            if (still != null) {
                throw new StartException("DB-113 " + done + "Role " + role + " and database " + database
                        + " are there, and " + wanted.publicUrl() + " refuses: " + firstLine(still)
                        + " - Correct QUARKUS_DATASOURCE_PASSWORD, or pg_hba.conf of the server.");
            }
            return done;
        } catch (SQLException e) {
            throw new StartException("DB-110 " + admin + " cannot make database " + database + " for role " + role
                    + ": " + firstLine(e) + " - Set QUIPU_DB_ADMIN_USERNAME and QUIPU_DB_ADMIN_PASSWORD to somebody who"
                    + " may log in to postgres, create roles and create databases.");
        }
    }

    private String createRole(Connection connection, String role) throws SQLException {
        if (exists(connection, "select from pg_roles where rolname = ?", role)) {
            return "";
        }
        PGConnection postgresql = connection.unwrap(PGConnection.class);
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("create role " + postgresql.escapeIdentifier(role) + " login");
            if (wanted.password() != null) {
                // hashed here, so that no log of the server has it
                postgresql.alterUserPassword(role, wanted.password().toCharArray(), null);
            }
            connection.commit();
        } finally {
            connection.setAutoCommit(true);
        }
        return "Role " + role + " created.\n";
    }

    private static String createDatabase(Connection connection, String database, String role) throws SQLException {
        if (exists(connection, "select from pg_database where datname = ?", database)) {
            return "";
        }
        PGConnection postgresql = connection.unwrap(PGConnection.class);
        String owner = postgresql.escapeIdentifier(role);
        try (Statement statement = connection.createStatement()) {
            if (exists(connection, "select where not pg_has_role(?, 'usage')", role)) {
                statement.execute("grant " + owner + " to current_user"); // nobody gives away what he could not own
            }
            statement.execute("create database " + postgresql.escapeIdentifier(database) + " owner " + owner);
        }
        return "Database " + database + " created, owned by " + role + ".\n";
    }

    private String database() {
        Properties parts = Driver.parseURL(wanted.url(), null);
        if (parts == null) {
            throw new StartException(
                    "DB-111 " + wanted.publicUrl()
                            + " is no address of PostgreSQL. Set QUARKUS_DATASOURCE_JDBC_URL (jdbc:postgresql://host:5432/name).");
        }
        return parts.getProperty("PGDBNAME");
    }

    /** The database of every server, with the same parameters. */
    private DatabaseAddress maintenance() {
        return new DatabaseAddress(
                wanted.url().replaceFirst("^(jdbc:postgresql:(?://[^/?]*/)?)[^?]*", "$1postgres"),
                admin,
                adminPassword);
    }

    /** PostgreSQL adds lines about its own source. */
    private static String firstLine(SQLException failure) {
        return DatabaseAddress.firstLine(failure);
    }

    private static boolean isMissing(SQLException refusal) {
        String state = String.valueOf(refusal.getSQLState());
        return state.equals(NO_SUCH_DATABASE) || state.startsWith(LOGIN_REFUSED);
    }

    private static @Nullable SQLException refusal(DatabaseAddress address) {
        try {
            address.connect().close();
            return null;
        } catch (SQLException e) {
            return e;
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }
}
