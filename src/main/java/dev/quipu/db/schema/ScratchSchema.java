package dev.quipu.db.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** An empty schema in which others commit, and a connection to it that sees no other. Closing drops it with all that is in it. */
public final class ScratchSchema implements AutoCloseable {

    private static final String NAMES = "select nspname from pg_namespace where nspname like 'quipu\\_scratch\\_%'";

    private final Connection connection;
    private final String name = ScratchName.next();

    private ScratchSchema(Connection connection) {
        this.connection = connection;
    }

    /** Makes one, and drops those whose processes were killed: whoever uses one holds a lock on its name. */
    public static ScratchSchema make(DataSource dataSource) throws SQLException {
        ScratchSchema scratch = new ScratchSchema(dataSource.getConnection());
        try (Statement statement = scratch.connection.createStatement()) {
            dropAbandoned(statement);
            statement.execute("select pg_advisory_lock(hashtext('" + scratch.name + "'))");
            statement.execute("create schema " + scratch.name);
            statement.execute("set search_path to " + scratch.name);
        } catch (SQLException e) {
            scratch.connection.close();
            throw e;
        }
        return scratch;
    }

    public Connection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        try (connection;
                Statement statement = connection.createStatement()) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            statement.execute("reset search_path");
            statement.execute("drop schema " + name + " cascade");
            statement.execute("select pg_advisory_unlock(hashtext('" + name + "'))");
        }
    }

    private static void dropAbandoned(Statement statement) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(NAMES)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        for (String abandoned : names) {
            try (ResultSet free =
                    statement.executeQuery("select pg_try_advisory_lock(hashtext('" + abandoned + "'))")) {
                free.next();
                if (!free.getBoolean(1)) {
                    continue;
                }
            }
            statement.execute("drop schema if exists " + abandoned + " cascade");
            statement.execute("select pg_advisory_unlock(hashtext('" + abandoned + "'))");
        }
    }
}
