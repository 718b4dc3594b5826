package dev.quipu.db.version;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import liquibase.exception.LiquibaseException;
import org.apache.commons.lang3.exception.ExceptionUtils;

/** Says in a line why a changeset was not applied, or taken back. */
final class FailedChangeset {

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String DEADLOCK = "40P01";

    private static final String LONGEST_TRANSACTION = """
            select pid, coalesce(nullif(application_name, ''), usename::text, 'nobody') as name,
                extract(epoch from clock_timestamp() - xact_start)::bigint as seconds
            from pg_stat_activity
            where xact_start is not null and pid <> pg_backend_pid() and datname = current_database()
            order by xact_start
            limit 1
            """;

    private FailedChangeset() {}

    static SchemaVersionException reason(
            LiquibaseException failure, ChangelogSession session, MigrationSettings settings)
            throws SQLException, LiquibaseException {
        session.connection().rollback();
        AppliedChangeset version = session.state().version();
        String place = version == null
                ? "before its first changeset"
                : "at " + version.changeset().id();
        Throwable root = ExceptionUtils.getRootCause(failure);
        if (root instanceof SQLException refused
                && (LOCK_NOT_AVAILABLE.equals(refused.getSQLState()) || DEADLOCK.equals(refused.getSQLState()))) {
            return new LocksHeldException(
                    "DB-106 A statement did not get its lock within "
                            + settings.lockTimeout().toMillis()
                            + " ms, " + settings.lockRetries() + " times again; the database is " + place + ". "
                            + longestTransaction(session.connection())
                            + "Migrate when it has ended, or give more time: QUIPU_DB_LOCK_TIMEOUT, QUIPU_DB_LOCK_RETRIES.",
                    failure);
        }
        return new SchemaVersionException(
                "DB-107 " + firstLine(failure) + " - The changeset is rolled back; the database is " + place + ".",
                failure);
    }

    private static String longestTransaction(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(LONGEST_TRANSACTION)) {
            return row.next()
                    ? "The longest transaction: PostgreSQL's process " + row.getInt("pid") + ", \""
                            + row.getString("name") + "\", for " + row.getLong("seconds") + " s. "
                    : "";
        }
    }

    /** What lies at the bottom, without the lines that PostgreSQL adds about its own source. */
    static String firstLine(Throwable failure) {
        return String.valueOf(ExceptionUtils.getRootCause(failure).getMessage())
                .lines()
                .findFirst()
                .orElse("");
    }
}
