package dev.quipu.db.version;

import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.changelog.ChangeLogHistoryServiceFactory;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.FastCheckService;
import liquibase.changelog.filter.ChangeSetFilter;
import liquibase.changelog.filter.ContextChangeSetFilter;
import liquibase.changelog.filter.DbmsChangeSetFilter;
import liquibase.changelog.filter.IgnoreChangeSetFilter;
import liquibase.changelog.filter.LabelChangeSetFilter;
import liquibase.database.Database;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;

/** Liquibase on one connection, for one piece of work. */
final class ChangelogSession implements AutoCloseable {

    private final Liquibase liquibase;
    private final Contexts contexts;
    private final LabelExpression labels;

    ChangelogSession(Liquibase liquibase, Contexts contexts, LabelExpression labels) {
        this.liquibase = liquibase;
        this.contexts = contexts;
        this.labels = labels;
    }

    Database database() {
        return liquibase.getDatabase();
    }

    Connection connection() {
        return ((JdbcConnection) database().getConnection()).getUnderlyingConnection();
    }

    /** Liquibase's table of the changesets that the database has had, as SQL names it. */
    String table() {
        Database database = database();
        return database.escapeTableName(
                database.getLiquibaseCatalogName(),
                database.getLiquibaseSchemaName(),
                database.getDatabaseChangeLogTableName());
    }

    /** The changesets that are meant for this database. */
    List<ChangeSet> changesets() throws LiquibaseException {
        List<ChangeSetFilter> filters = List.of(
                new ContextChangeSetFilter(contexts),
                new LabelChangeSetFilter(labels),
                new DbmsChangeSetFilter(database()),
                new IgnoreChangeSetFilter());
        return liquibase.getDatabaseChangeLog().getChangeSets().stream()
                .filter(one ->
                        filters.stream().allMatch(filter -> filter.accepts(one).isAccepted()))
                .toList();
    }

    SchemaState state() throws LiquibaseException, SQLException {
        return SchemaState.of(changesets(), AppliedChangeset.read(connection(), table()));
    }

    /** What Liquibase would run now: the pending ones, and those that run each time. */
    List<Changeset> toRun() throws LiquibaseException {
        forget();
        return liquibase.listUnrunChangeSets(contexts, labels, false).stream()
                .map(Changeset::of)
                .toList();
    }

    void up(int steps) throws LiquibaseException {
        forget();
        liquibase.update(steps, contexts, labels);
    }

    String upSql(int steps) throws LiquibaseException {
        forget();
        StringWriter sql = new StringWriter();
        liquibase.updateCountSql(steps, contexts, labels, sql);
        return sql.toString();
    }

    void down(int steps) throws LiquibaseException {
        forget();
        liquibase.rollback(steps, contexts, labels);
    }

    String downSql(int steps) throws LiquibaseException {
        forget();
        StringWriter sql = new StringWriter();
        liquibase.rollback(steps, contexts, labels, sql);
        return sql.toString();
    }

    /** Liquibase remembers what a database has had, and others may have changed that. */
    private static void forget() {
        Scope.getCurrentScope().getSingleton(FastCheckService.class).clearCache();
        Scope.getCurrentScope()
                .getSingleton(ChangeLogHistoryServiceFactory.class)
                .resetAll();
    }

    @Override
    public void close() throws LiquibaseException {
        liquibase.close();
    }
}
