package dev.quipu.rule.engine;

import dev.quipu.rule.engine.RowStatements.Lock;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        @Nullable String[] texts = texts(statements.id(), ids);
        int places = RowStatements.places(texts.length);
        execute(
                statements.read(lock, places),
                places == 0 ? Collections.singletonList(texts) : padded(texts, places),
                rows -> {
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
        Map<Object, @Nullable Object[]> old = new HashMap<>();
        execute(statements.adjust(rules, isOne(arrays)), parameters(arrays), rows -> {
            while (rows.next()) {
                @Nullable Object[] values = new Object[rules.size()];
                for (int i = 0; i < values.length; i++) {
                    Column column = statements.column(rules.get(i).target().position());
                    values[i] = column.read(rows, i + 2, session);
                }
                old.put(Objects.requireNonNull(statements.id().read(rows, 1, session)), values);
            }
            Statement both = rows.getStatement();
            both.getMoreResults();
            ResultSet adjusted = both.getResultSet();
            while (adjusted.next()) {
                @Nullable Object[] state = state(entity, adjusted);
                reader.row(state, Objects.requireNonNull(old.get(state[entity.idPosition()])));
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
        String sql = entity.statements().store(positions, isOne(arrays));
        var coordinator = session.getJdbcCoordinator();
        PreparedStatement statement = coordinator.getStatementPreparer().prepareStatement(sql);
        try {
            bind(statement, parameters(arrays));
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

    private void execute(String sql, List<?> parameters, RowsReader reader) {
        var coordinator = session.getJdbcCoordinator();
        PreparedStatement statement = coordinator.getStatementPreparer().prepareStatement(sql);
        try {
            bind(statement, parameters);
            reader.read(coordinator.getResultSetReturn().execute(statement, sql));
        } catch (SQLException problem) {
            throw session.getJdbcServices().getSqlExceptionHelper().convert(problem, "could not read ruled rows", sql);
        } finally {
            release(statement);
        }
    }

    private static boolean isOne(List<@Nullable String[]> arrays) {
        return arrays.get(0).length == 1;
    }

    /** One row's values are no arrays: see {@link RowStatements}. */
    private static List<?> parameters(List<@Nullable String[]> arrays) {
        return isOne(arrays) ? arrays.stream().map(array -> array[0]).toList() : arrays;
    }

    private static void bind(PreparedStatement statement, List<?> parameters) throws SQLException {
        int index = 1;
        for (Object parameter : parameters) {
            if (parameter instanceof String[] array) {
                statement.setArray(index++, statement.getConnection().createArrayOf("text", array));
            } else {
                statement.setString(index++, (String) parameter);
            }
        }
    }

    private void release(PreparedStatement statement) {
        var coordinator = session.getJdbcCoordinator();
        coordinator.getLogicalConnection().getResourceRegistry().release(statement);
        coordinator.afterStatementExecution();
    }

    /** The last one again and again, until every place is taken. */
    private static List<@Nullable String> padded(@Nullable String[] texts, int places) {
        @Nullable String[] padded = Arrays.copyOf(texts, places);
        Arrays.fill(padded, texts.length, places, texts[texts.length - 1]);
        return Arrays.asList(padded);
    }

    static @Nullable String[] texts(Column column, Collection<?> values) {
        return values.stream().map(column::text).toArray(String[]::new);
    }
}
