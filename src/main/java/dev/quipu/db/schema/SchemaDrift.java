package dev.quipu.db.schema;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;

/**
 * Says how the database differs from what the entities describe.
 *
 * <pre>{@code
 * drift.sentences().forEach(System.out::println); // column users.nickname varchar(64) is only in the entities
 * }</pre>
 */
@Singleton
public final class SchemaDrift {

    private final SessionFactory entities;
    private final DataSource dataSource;

    public SchemaDrift(SessionFactory entities, DataSource dataSource) {
        this.entities = entities;
        this.dataSource = dataSource;
    }

    /**
     * One line for each difference; none if there is no difference. Reads the catalog, waits for nobody, and leaves nothing behind.
     * Call it outside transactions.
     *
     * @throws SQLException if the database cannot be asked, or the user may not create a schema in it, where Hibernate makes the
     *     tables to compare with
     */
    public List<String> sentences() throws SQLException {
        return differences().stream()
                .map(difference -> difference.sentence("the database", "the entities"))
                .toList();
    }

    /** The same as values, from the database to the entities. */
    public List<Difference> differences() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            Schema database = SchemaReader.read(connection);
            return Difference.between(database, EntitySchema.read(entities, connection)).stream()
                    .filter(difference -> !isOfOthers(difference))
                    .toList();
        }
    }

    /** A whole table, type or sequence that only the database has: other programs may have put it there, and it is in nobody's way. */
    private static boolean isOfOthers(Difference difference) {
        return difference.after() == null
                && (difference.before() instanceof Table
                        || difference.before() instanceof Sequence
                        || difference.before() instanceof EnumType);
    }
}
