package dev.quipu.audit;

import dev.quipu.security.Acting;
import dev.quipu.security.Viewer;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.event.spi.EventSource;
import org.hibernate.persister.entity.EntityPersister;

/** The table of the entries; one statement inserts those of a flush, however many. */
final class EntryTable {

    private static final List<String> OF_ALL = List.of("changedAt", "accountId", "username");
    private static final List<String> OF_EACH = List.of("entity", "rowId", "action", "changes");

    private final String insertion;

    /** @param entries the entity that extends {@link AuditRecord} */
    EntryTable(EntityPersister entries) {
        String columns = Stream.concat(OF_ALL.stream(), OF_EACH.stream())
                .map(attribute -> Objects.requireNonNull(entries.getPropertyColumnNames(attribute))[0])
                .collect(Collectors.joining(", "));
        insertion = "insert into " + entries.getIdentifierTableName() + " (" + columns + ")"
                + " select cast(? as timestamptz), ?, ?, e, r, a, cast(c as jsonb)"
                + " from unnest(?, ?, ?, ?) as entries(e, r, a, c)";
    }

    void insert(EventSource session, Instant moment, List<Entry> entries) {
        var coordinator = session.getJdbcCoordinator();
        PreparedStatement statement = coordinator.getStatementPreparer().prepareStatement(insertion);
        try {
            Viewer viewer = Acting.viewer();
            statement.setString(1, moment.toString());
            statement.setString(2, viewer == null || viewer.id() == null ? null : String.valueOf(viewer.id()));
            statement.setString(3, viewer == null ? null : viewer.username());
            bind(statement, 4, entries, Entry::entity);
            bind(statement, 5, entries, Entry::rowId);
            bind(statement, 6, entries, entry -> entry.action().name());
            bind(statement, 7, entries, Entry::changes);
            coordinator.getResultSetReturn().executeUpdate(statement, insertion);
        } catch (SQLException problem) {
            throw session.getJdbcServices()
                    .getSqlExceptionHelper()
                    .convert(problem, "could not write the audit trail", insertion);
        } finally {
            coordinator.getLogicalConnection().getResourceRegistry().release(statement);
            coordinator.afterStatementExecution();
        }
    }

    private static void bind(
            PreparedStatement statement, int index, List<Entry> entries, Function<Entry, String> property)
            throws SQLException {
        statement.setArray(
                index,
                statement
                        .getConnection()
                        .createArrayOf("text", entries.stream().map(property).toArray()));
    }
}
