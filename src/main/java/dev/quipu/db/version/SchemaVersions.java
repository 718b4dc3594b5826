package dev.quipu.db.version;

import io.quarkus.liquibase.LiquibaseFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Statement;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import liquibase.changelog.ChangeSet;
import liquibase.exception.LiquibaseException;
import org.jboss.logging.Logger;

/**
 * Brings the schema from one version to another. Migrators go one at a time, each changeset is a transaction, and a statement that does
 * not get its lock in time gives way to those behind it and is tried again.
 *
 * <pre>{@code
 * SchemaState state = versions.state();
 * if (!state.pending().isEmpty()) {
 *     versions.upgrade(new Destination.Last());
 * }
 * }</pre>
 */
@ApplicationScoped
public class SchemaVersions {

    private static final Logger LOG = Logger.getLogger(SchemaVersions.class);

    private final Changelog changelog;
    private final MigrationSettings settings;
    private final Patience patience;

    @Inject
    SchemaVersions(LiquibaseFactory factory, MigrationSettings settings, Patience patience) {
        this(Changelog.of(factory), settings, patience);
    }

    SchemaVersions(Changelog changelog, MigrationSettings settings, Patience patience) {
        this.changelog = changelog;
        this.patience = patience;
        this.settings = settings;
    }

    public SchemaState state() {
        return withSession(ChangelogSession::state);
    }

    /**
     * Applies what is pending, as far as the destination.
     *
     * @throws SchemaVersionException if that cannot be done; the changesets before the one that failed stay applied
     */
    public Migration upgrade(Destination destination) {
        return alone(session -> {
            SchemaState before = session.state();
            refuseChanged(before);
            List<Changeset> toRun = session.toRun();
            List<Changeset> steps = toRun.subList(0, destination.stepsUp(toRun, before));
            if (!steps.isEmpty()) {
                Changeset last = steps.get(steps.size() - 1);
                go(session, () -> session.up(session.toRun().indexOf(last) + 1));
            }
            return new Migration(steps, session.state().version());
        });
    }

    /**
     * Takes changesets back, the last first.
     *
     * @throws SchemaVersionException if that cannot be done; those that were taken back before the one that failed stay so
     */
    public Migration downgrade(Destination destination) {
        return alone(session -> {
            SchemaState before = session.state();
            List<Changeset> steps = stepsDown(session, before, destination);
            if (!steps.isEmpty()) {
                int left = before.applied().size() - steps.size();
                go(session, () -> session.down(session.state().applied().size() - left));
            }
            return new Migration(steps, session.state().version());
        });
    }

    /** The SQL of {@link #upgrade}, which is not run. */
    public String upgradeSql(Destination destination) {
        return alone(session -> {
            SchemaState state = session.state();
            refuseChanged(state);
            int steps = destination.stepsUp(session.toRun(), state);
            return steps == 0 ? "" : session.upSql(steps);
        });
    }

    /** The SQL of {@link #downgrade}, which is not run. */
    public String downgradeSql(Destination destination) {
        return alone(session -> {
            List<Changeset> steps = stepsDown(session, session.state(), destination);
            return steps.isEmpty() ? "" : session.downSql(steps.size());
        });
    }

    private static List<Changeset> stepsDown(ChangelogSession session, SchemaState state, Destination destination)
            throws LiquibaseException {
        refuseChanged(state);
        int count = destination.stepsDown(state);
        List<AppliedChangeset> last = state.applied()
                .subList(state.applied().size() - count, state.applied().size());
        List<Changeset> steps = last.stream().map(AppliedChangeset::changeset).toList();
        refuse(
                steps.stream().filter(state.unknown()::contains).toList(),
                "DB-104 %s: not in this changelog. Downgrade with the version of the application that has it.");
        List<ChangeSet> known = session.changesets();
        refuse(
                steps.stream()
                        .filter(Predicate.not(step -> known.stream()
                                .anyMatch(one ->
                                        Changeset.of(one).isSameAs(step) && one.supportsRollback(session.database()))))
                        .toList(),
                "DB-108 %s: has no rollback. Write one (--rollback drop table ..;), or restore a backup.");
        return reversed(steps);
    }

    private static void refuseChanged(SchemaState state) {
        refuse(
                state.changed(),
                "DB-103 %s: was edited after it had been applied. Restore the file, and write the change as the next one.");
    }

    private static void refuse(List<Changeset> changesets, String message) {
        if (!changesets.isEmpty()) {
            throw new SchemaVersionException(message.formatted(
                    String.join(", ", changesets.stream().map(Changeset::id).toList())));
        }
    }

    private static List<Changeset> reversed(List<Changeset> steps) {
        return IntStream.range(0, steps.size())
                .mapToObj(i -> steps.get(steps.size() - 1 - i))
                .toList();
    }

    /** @param way the way that is left, also after a part of it was gone */
    private void go(ChangelogSession session, Patience.Attempt way) throws Exception {
        try (Statement statement = session.connection().createStatement()) {
            statement.execute("set lock_timeout = " + settings.lockTimeout().toMillis());
        }
        session.connection().commit();
        patience.attempt(() -> {
            try {
                way.make();
            } catch (LiquibaseException e) {
                SchemaVersionException reason = FailedChangeset.reason(e, session, settings);
                LOG.info(reason.getMessage()); // it may be tried again, in silence otherwise
                throw reason;
            }
        });
    }

    private <T> T alone(Work<T> work) {
        return withSession(session -> {
            try (MigratorLock lock = MigratorLock.acquire(session, settings.migrationWait())) {
                return work.with(session);
            }
        });
    }

    private <T> T withSession(Work<T> work) {
        try (ChangelogSession session = changelog.open()) {
            return work.with(session);
        } catch (RuntimeException e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SchemaVersionException("DB-107 Interrupted.", e);
        } catch (Exception e) {
            throw new SchemaVersionException("DB-107 " + FailedChangeset.firstLine(e), e);
        }
    }

    private interface Work<T> {
        T with(ChangelogSession session) throws Exception;
    }
}
