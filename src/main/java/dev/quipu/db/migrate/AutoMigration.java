package dev.quipu.db.migrate;

import dev.quipu.db.schema.Difference;
import dev.quipu.db.schema.EntitySchema;
import dev.quipu.db.schema.Schema;
import dev.quipu.db.schema.SchemaReader;
import dev.quipu.db.schema.ScratchSchema;
import dev.quipu.db.schema.Sql;
import dev.quipu.rule.tool.RuleBackfill;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import liquibase.exception.LiquibaseException;
import org.hibernate.SessionFactory;

/**
 * Changes a developer's database as the entities change, without a version. It keeps how to take each change back in the table
 * {@code quipu_auto_migrations}, and gives way to the changelog as soon as that has a new version.
 */
public record AutoMigration(DataSource dataSource) {

    /**
     * Lets the database follow the entities; all of it or nothing. What it did before and is in the way now is taken back.
     *
     * @return one line for each difference that there was
     * @throws MigrationException if something has to be decided, such as whether a column of the changelog goes
     */
    public List<String> follow(SessionFactory entities) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("create table if not exists quipu_auto_migrations"
                        + " (id bigint generated always as identity primary key, back text not null)");
                Schema wanted = EntitySchema.read(entities, connection);
                List<Difference> differences = Difference.between(SchemaReader.read(connection), wanted);
                if (!differences.isEmpty()) {
                    change(entities, connection, statement, wanted);
                    connection.commit();
                }
                return differences.stream()
                        .map(difference -> difference.sentence("the database", "the entities"))
                        .toList();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static void change(SessionFactory entities, Connection connection, Statement statement, Schema wanted)
            throws SQLException {
        List<Step> steps;
        try {
            steps = steps(entities, connection, wanted);
        } catch (MigrationException refused) {
            if (!takeBack(statement)) {
                throw refused;
            }
            steps = steps(entities, connection, wanted);
        }
        ChangelogFile file = new ChangelogFile("auto", steps);
        for (Step step : file.steps()) {
            statement.execute(step.up());
        }
        statement.execute("insert into quipu_auto_migrations (back) values (" + Sql.text(file.back()) + ")");
    }

    private static List<Step> steps(SessionFactory entities, Connection connection, Schema wanted) throws SQLException {
        Problems problems = new Problems();
        Schema was = SchemaReader.read(connection);
        List<Step> steps = new ArrayList<>(Plan.of(was, wanted, new RuleBackfill(entities).columns(), false, problems));
        problems.refuse();
        List<Difference> differences = Difference.between(was, wanted);
        steps.addAll(new NewSequences(entities).of(differences, was));
        steps.addAll(new Backfills(entities, connection).of(differences));
        return steps;
    }

    /** The last first; whether there was anything. */
    private static boolean takeBack(Statement statement) throws SQLException {
        List<String> back = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("select back from quipu_auto_migrations order by id desc")) {
            while (rows.next()) {
                back.add(rows.getString(1));
            }
        }
        for (String statements : back) {
            statement.execute(statements);
        }
        statement.execute("delete from quipu_auto_migrations");
        return !back.isEmpty();
    }

    /** What became of the changes that were made without a version. */
    public enum Outcome {
        /** There are none, or the changelog has nothing new. */
        UNTOUCHED,
        /** The new versions say the same, and count as run; no row was touched. */
        ADOPTED,
        /** They were taken back, and the new versions can run. */
        TAKEN_BACK
    }

    /** To be called before the changelog is played. */
    public Outcome giveWay(Changelog changelog) throws SQLException, LiquibaseException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                if (!happened(statement) || changelog.pending(connection) == 0) {
                    return Outcome.UNTOUCHED;
                }
                boolean adopted = makes(changelog, SchemaReader.read(connection));
                if (adopted) {
                    changelog.markAsRun(connection);
                    statement.execute("delete from quipu_auto_migrations");
                } else {
                    takeBack(statement);
                }
                connection.commit();
                return adopted ? Outcome.ADOPTED : Outcome.TAKEN_BACK;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static boolean happened(Statement statement) throws SQLException {
        return some(statement, "select to_regclass('quipu_auto_migrations') is not null")
                && some(statement, "select exists (select from quipu_auto_migrations)");
    }

    private static boolean some(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return row.next() && row.getBoolean(1);
        }
    }

    private boolean makes(Changelog changelog, Schema schema) throws SQLException, LiquibaseException {
        try (ScratchSchema scratch = ScratchSchema.make(dataSource)) {
            changelog.upgrade(scratch.connection());
            return SchemaReader.read(scratch.connection()).equals(schema);
        }
    }
}
