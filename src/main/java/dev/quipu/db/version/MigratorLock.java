package dev.quipu.db.version;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import liquibase.database.Database;
import liquibase.exception.LockException;
import liquibase.lockservice.LockService;
import liquibase.lockservice.LockServiceFactory;

/**
 * Lets one migrator at a time at a database. PostgreSQL holds the lock for the connection, so that it falls with the process, however
 * that ends: liquibase-sessionlock brings it, and takes the place of Liquibase's own, a row that a killed migrator leaves behind.
 */
final class MigratorLock implements AutoCloseable {

    /** Asked again and again: whoever waits within PostgreSQL may be waited for himself, by an index built concurrently. */
    private static final long RECHECK_MILLIS = 200;

    private static final String HOLDER = """
            select a.pid, a.application_name, coalesce(host(a.client_addr), 'its own machine') as client, a.backend_start
            from pg_locks l join pg_stat_activity a using (pid)
            where l.locktype = 'advisory' and l.granted and l.objsubid = 2
                and l.database = (select oid from pg_database where datname = current_database())
                and l.classid = ?::int4::oid and l.objid = ?::int4::oid
            """;

    private final Connection connection;
    private final String formerName;
    private final String formerLockTimeout;

    private MigratorLock(Connection connection) throws SQLException {
        this.connection = connection;
        this.formerName = setting("application_name");
        this.formerLockTimeout = setting("lock_timeout");
    }

    /**
     * Waits for its turn.
     *
     * @param patience how long at most
     * @throws SchemaVersionException if another migrator still runs then
     */
    static MigratorLock acquire(ChangelogSession session, Duration patience)
            throws LockException, SQLException, InterruptedException {
        Database database = session.database();
        MigratorLock lock = new MigratorLock(session.connection());
        // so that whoever waits can say for whom
        lock.set(
                "application_name",
                "Quipu migrator, process " + ProcessHandle.current().pid());
        LockService service = LockServiceFactory.getInstance().getLockService(database);
        Instant end = Instant.now().plus(patience);
        while (!service.acquireLock()) {
            lock.connection.commit();
            if (Instant.now().isAfter(end)) {
                String holder = lock.holder(database);
                lock.close();
                throw new SchemaVersionException("DB-105 Another migration runs: " + holder
                        + ". Nothing was done in " + seconds(patience) + " of waiting. Wait for it, or end it:"
                        + " select pg_terminate_backend(its process); QUIPU_DB_MIGRATION_WAIT says how long to wait.");
            }
            Thread.sleep(RECHECK_MILLIS);
        }
        lock.connection.commit();
        lock.endWithTheProcess();
        return lock;
    }

    /** Without it a statement whose client is gone goes on to its end, and holds the lock. Not every platform has it. */
    private void endWithTheProcess() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set client_connection_check_interval = '1s'");
            connection.commit();
        } catch (SQLException unsupported) {
            connection.rollback();
        }
    }

    private String setting(String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show " + name)) {
            row.next();
            return row.getString(1);
        }
    }

    private void set(String name, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select set_config(?, ?, false)")) {
            statement.setString(1, name);
            statement.setString(2, value);
            statement.execute();
        }
        connection.commit();
    }

    /** The keys are those of liquibase-sessionlock. */
    private String holder(Database database) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HOLDER)) {
            statement.setInt(1, database.getDatabaseChangeLogLockTableName().hashCode());
            statement.setInt(2, database.getDefaultSchemaName().hashCode());
            try (ResultSet row = statement.executeQuery()) {
                return !row.next()
                        ? "it ended just now"
                        : "PostgreSQL's process " + row.getInt("pid") + ", \"" + row.getString("application_name")
                                + "\" from " + row.getString("client") + ", since "
                                + row.getTimestamp("backend_start").toInstant().truncatedTo(ChronoUnit.SECONDS);
            }
        }
    }

    private static String seconds(Duration patience) {
        return patience.toSeconds() + " s";
    }

    /** The connection may go back to a pool, where it must hold nothing, and be as it was. */
    @Override
    public void close() throws SQLException {
        connection.rollback();
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_unlock_all()");
            statement.execute("reset client_connection_check_interval");
        }
        set("lock_timeout", formerLockTimeout);
        set("application_name", formerName);
    }
}
