package dev.quipu.rule.engine;

import dev.quipu.rule.engine.RowStatements.Lock;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.hibernate.event.spi.EventSource;
import org.jspecify.annotations.Nullable;

/** Runs the engine's own statements on a session's connection; they pass Hibernate's logging, counting and error translation. */
final class RowAccess {

    private final EventSource session;

    RowAccess(EventSource session) {
        this.session = session;
    }

    /** A row as it was read, with its version if the entity has one. */
    interface RowReader {
        void row(@Nullable Object[] state, @Nullable Object version);
    }

    /** A row as an adjustment left it, with the adjusted attributes as they were. */
    interface AdjustedReader {
        void row(@Nullable Object[] state, @Nullable Object[] old);
    }

    void read(RuledEntity entity, Collection<?> ids, Lock lock, RowReader reader) {
        RowStatements statements = entity.statements();
        List<@Nullable String[]> parameters = Collections.singletonList(texts(statements.id(), ids));
        execute(statements.read(lock), parameters, rows -> {
            while (rows.next()) {
                @Nullable Object[] state = state(entity, rows);
                Column version = statements.version();
                Object seen = version == null
                        ? null
                        : version.read(rows, statements.columns().size() + 1, session);
                reader.row(state, seen);
            }
        });
    }

    void adjust(RuledEntity entity, List<AggregateRule> rules, List<@Nullable String[]> arrays, AdjustedReader reader) {
        RowStatements statements = entity.statements();
        execute(statements.adjust(rules), arrays, rows -> {
            while (rows.next()) {
                @Nullable Object[] old = new Object[rules.size()];
                for (int i = 0; i < old.length; i++) {
                    Column column = statements.column(rules.get(i).target().position());
                    old[i] = column.read(rows, statements.columns().size() + 1 + i, session);
                }
                reader.row(state(entity, rows), old);
            }
        });
    }

    /** Inserts rows, the id's column last, in the order of their ids; gives the ids of those that were not there. */
    List<@Nullable Object> insert(RuledEntity entity, List<Column> columns, List<@Nullable String[]> arrays) {
        List<@Nullable Object> inserted = new ArrayList<>();
        execute(RowStatements.insert(entity.persister.getIdentifierTableName(), columns), arrays, rows -> {
            while (rows.next()) {
                inserted.add(columns.get(columns.size() - 1).read(rows, 1, session));
            }
        });
        return inserted;
    }

    void store(RuledEntity entity, BitSet positions, List<@Nullable String[]> arrays) {
        String sql = entity.statements().store(positions);
        var coordinator = session.getJdbcCoordinator();
        PreparedStatement statement = coordinator.getStatementPreparer().prepareStatement(sql);
        try {
            bind(statement, arrays);
            coordinator.getResultSetReturn().executeUpdate(statement, sql);
        } catch (SQLException problem) {
            throw session.getJdbcServices()
                    .getSqlExceptionHelper()
                    .convert(problem, "could not store derived attributes", sql);
        } finally {
            release(statement);
        }
    }

    private @Nullable Object[] state(RuledEntity entity, ResultSet rows) throws SQLException {
        @Nullable Object[] state = new Object[entity.stateLength()];
        List<Column> columns = entity.statements().columns();
        for (int i = 0; i < columns.size(); i++) {
            state[columns.get(i).position()] = columns.get(i).read(rows, i + 1, session);
        }
        return state;
    }

    private interface RowsReader {
        void read(ResultSet rows) throws SQLException;
    }

    private void execute(String sql, List<@Nullable String[]> arrays, RowsReader reader) {
        var coordinator = session.getJdbcCoordinator();
        PreparedStatement statement = coordinator.getStatementPreparer().prepareStatement(sql);
        try {
            bind(statement, arrays);
            reader.read(coordinator.getResultSetReturn().extract(statement, sql));
        } catch (SQLException problem) {
            throw session.getJdbcServices().getSqlExceptionHelper().convert(problem, "could not read ruled rows", sql);
        } finally {
            release(statement);
        }
    }

    private static void bind(PreparedStatement statement, List<@Nullable String[]> arrays) throws SQLException {
        var connection = statement.getConnection();
        int index = 1;
        for (@Nullable String[] array : arrays) {
            statement.setArray(index++, connection.createArrayOf("text", array));
        }
    }

    private void release(PreparedStatement statement) {
        var coordinator = session.getJdbcCoordinator();
        coordinator.getLogicalConnection().getResourceRegistry().release(statement);
        coordinator.afterStatementExecution();
    }

    static @Nullable String[] texts(Column column, Collection<?> values) {
        return values.stream().map(column::text).toArray(String[]::new);
    }
}
