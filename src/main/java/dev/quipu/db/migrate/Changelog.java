package dev.quipu.db.migrate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.Resource;
import liquibase.resource.ResourceAccessor;

/**
 * A changelog of Liquibase.
 *
 * @param file where the resources have it: {@code "db/changelog.yaml"}
 */
public record Changelog(String file, ResourceAccessor resources) {

    /** Brings the connection's schema up to date. */
    void upgrade(Connection connection) throws LiquibaseException {
        on(connection).update(new Contexts());
    }

    /** Takes the last changesets back. */
    void downgrade(Connection connection, int changesets) throws LiquibaseException {
        on(connection).rollback(changesets, "");
    }

    /** Without running them. */
    void markAsRun(Connection connection) throws LiquibaseException {
        on(connection).changeLogSync("");
    }

    int pending(Connection connection) throws LiquibaseException {
        return on(connection)
                .listUnrunChangeSets(new Contexts(), new LabelExpression())
                .size();
    }

    /** The names of the files beside it in {@code changes/}. */
    List<String> changes() {
        int slash = file.lastIndexOf('/');
        try {
            List<String> names = new ArrayList<>();
            for (Resource resource : resources.search(file.substring(0, slash + 1) + "changes", false)) {
                names.add(resource.getPath().substring(resource.getPath().lastIndexOf('/') + 1));
            }
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Closing it would close the connection, which is the caller's. */
    private Liquibase on(Connection connection) throws LiquibaseException {
        return new Liquibase(file, resources, new JdbcConnection(connection));
    }
}
