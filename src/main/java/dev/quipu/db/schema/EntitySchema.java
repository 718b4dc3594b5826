package dev.quipu.db.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import org.hibernate.SessionFactory;

/** The schema that the entities describe. */
public final class EntitySchema {

    private EntitySchema() {}

    /** What is done in a schema while it exists. */
    public interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    /**
     * Has Hibernate make it, empty, in a schema of its own, reads it, and takes it all back. Nobody else ever sees it.
     *
     * @param connection with the right to create schemas; whatever it did not commit before is kept
     */
    public static Schema read(SessionFactory entities, Connection connection) throws SQLException {
        return within(entities, connection, SchemaReader::read);
    }

    /** The same, with other work in it than reading it; what the work does is taken back, too. */
    public static <T> T within(SessionFactory entities, Connection connection, Work<T> work) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        Savepoint before = connection.setSavepoint();
        try (Statement statement = connection.createStatement()) {
            String scratch = ScratchName.next();
            statement.execute("create schema " + scratch);
            statement.execute("set local search_path to " + scratch);
            for (String command : SchemaIntegrator.statements(entities)) {
                statement.execute(command);
            }
            return work.in(connection);
        } finally {
            connection.rollback(before);
            connection.setAutoCommit(autoCommit);
        }
    }
}
