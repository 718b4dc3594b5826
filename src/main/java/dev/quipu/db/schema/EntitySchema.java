package dev.quipu.db.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
            List<String> commands = SchemaIntegrator.statements(entities);
            List<EnumType> named = named(SchemaReader.read(connection).enums().values(), commands);
            String scratch = ScratchName.next();
            statement.execute("create schema " + scratch);
            statement.execute("set local search_path to " + scratch);
            for (EnumType type : named) {
                statement.execute(type.creation());
            }
            for (String command : commands) {
                statement.execute(command);
            }
            return work.in(connection);
        } finally {
            connection.rollback(before);
            connection.setAutoCommit(autoCommit);
        }
    }

    /** Types that columns name in their {@code columnDefinition}: Hibernate does not make those, so they are as they are. */
    private static List<EnumType> named(Collection<EnumType> types, List<String> commands) {
        String tables = commands.stream()
                .filter(command -> command.startsWith("create table"))
                .collect(Collectors.joining("\n"));
        return types.stream()
                .filter(type -> commands.stream().noneMatch(command -> names("create type " + type.name(), command)))
                .filter(type -> names(type.name(), tables))
                .toList();
    }

    /** Names without quotes may come in capitals. */
    private static boolean names(String wanted, String text) {
        return Pattern.compile("(?<![\\w\"])" + Pattern.quote(wanted) + "(?![\\w\"])", Pattern.CASE_INSENSITIVE)
                .matcher(text)
                .find();
    }
}
