package dev.quipu.db.migrate;

import dev.quipu.db.schema.Difference;
import dev.quipu.db.schema.EntitySchema;
import dev.quipu.db.schema.Schema;
import dev.quipu.db.schema.SchemaReader;
import dev.quipu.db.schema.ScratchSchema;
import dev.quipu.rule.tool.RuleBackfill;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.SessionFactory;

/**
 * Writes the next version of the schema: what the entities have and the changelog has not.
 *
 * <pre>{@code
 * Optional<Path> file = migrations.write(new MigrationRequest("add nickname to users", List.of(), false, false, directory, null));
 * }</pre>
 */
@Singleton
public final class Migrations {

    private final SessionFactory entities;
    private final DataSource dataSource;
    private final Changelog changelog;

    @Inject
    Migrations(
            SessionFactory entities,
            DataSource dataSource,
            @ConfigProperty(name = "quarkus.liquibase.change-log") String changelog) {
        this(
                entities,
                dataSource,
                new Changelog(
                        changelog,
                        new ClassLoaderResourceAccessor(Thread.currentThread().getContextClassLoader())));
    }

    Migrations(SessionFactory entities, DataSource dataSource, Changelog changelog) {
        this.entities = entities;
        this.dataSource = dataSource;
        this.changelog = changelog;
    }

    /**
     * Writes the next file, once it was played up, down and up.
     *
     * @return the file; empty if the changelog makes what the entities describe
     * @throws MigrationException if something has to be decided first, or the file would not do; nothing is written then
     */
    public Optional<Path> write(MigrationRequest request) throws SQLException, IOException {
        String name = ChangelogFile.name(request.message(), files(request.directory()));
        if (request.empty()) {
            return Optional.of(keep(new ChangelogFile(name, List.of()), request.directory()));
        }
        Schema wanted;
        List<Step> steps;
        try (ScratchSchema scratch = ScratchSchema.make(dataSource)) {
            Connection connection = scratch.connection();
            changelog.upgrade(connection);
            wanted = EntitySchema.read(entities, connection);
            steps = steps(connection, wanted, request);
        } catch (LiquibaseException e) {
            throw new MigrationException(
                    "DB-210 The changelog does not run, so nobody knows what comes after it: " + e.getMessage());
        }
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        ChangelogFile file = new ChangelogFile(name, steps);
        new Proof(changelog, dataSource).of(file, wanted);
        return Optional.of(keep(file, request.directory()));
    }

    private List<Step> steps(Connection connection, Schema wanted, MigrationRequest request) throws SQLException {
        Problems problems = new Problems();
        Schema was = SchemaReader.read(connection);
        Renames renames = new Renames(renames(was, wanted, request, problems));
        renames.check(was, wanted, problems);
        problems.refuse();
        List<Step> steps = new ArrayList<>();
        was = play(renames.steps(), connection, steps);
        was = play(renames.following(was, wanted), connection, steps);
        List<Difference> differences = Difference.between(was, wanted);
        steps.addAll(Plan.of(was, wanted, new RuleBackfill(entities).columns(), request.allowDrop(), problems));
        problems.refuse();
        steps.addAll(new NewSequences(entities).of(differences, was));
        steps.addAll(new Backfills(entities, connection).of(differences));
        return steps;
    }

    private static List<Rename> renames(Schema was, Schema wanted, MigrationRequest request, Problems problems) {
        List<Rename> renames = new ArrayList<>(request.renames());
        for (Rename lookalike : Lookalikes.between(was, wanted)) {
            boolean settled = renames.stream()
                    .anyMatch(rename -> rename.from().equals(lookalike.from())
                            || rename.table().equals(lookalike.table())
                                    && rename.to().equals(lookalike.to()));
            if (settled || request.allowDrop()) {
                continue;
            }
            if (request.same() == null) {
                problems.add("DB-203 " + lookalike.from() + " goes and " + lookalike.to()
                        + " comes, which looks like another name. If it is: " + lookalike.option()
                        + ". If it is not: --allow-drop, which drops " + lookalike.from() + " with its values.");
            } else if (request.same().test(lookalike)) {
                renames.add(lookalike);
            }
        }
        return renames;
    }

    private static Schema play(List<Step> played, Connection connection, List<Step> steps) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Step step : played) {
                statement.execute(step.up());
                steps.add(step);
            }
        }
        return SchemaReader.read(connection);
    }

    /** Of the folder and of what runs, which must be the same: else the next version would repeat what the last one says. */
    private List<String> files(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new MigrationException("DB-209 There is no folder " + directory.toAbsolutePath()
                    + ". Call this from the project's folder, or say where the changes are: --dir.");
        }
        List<String> names;
        try (var paths = Files.list(directory)) {
            names = paths.map(path -> path.getFileName().toString()).sorted().toList();
        }
        List<String> unknown = new ArrayList<>(names);
        unknown.removeAll(changelog.changes());
        if (!unknown.isEmpty()) {
            throw new MigrationException("DB-209 " + String.join(", ", unknown) + " in " + directory
                    + " is not part of what runs here, which was built before. Build it again.");
        }
        List<String> gone = new ArrayList<>(changelog.changes());
        gone.removeAll(names);
        if (!gone.isEmpty()) {
            throw new MigrationException("DB-209 " + String.join(", ", gone) + " is not in " + directory
                    + " any more, but part of what runs here. Delete it in target/classes/db/changes, too.");
        }
        return changelog.changes();
    }

    private Path keep(ChangelogFile file, Path directory) throws IOException {
        Path path = directory.resolve(file.name() + ".sql");
        Files.writeString(path, file.text(), StandardOpenOption.CREATE_NEW);
        wakeDevMode(directory);
        return path;
    }

    /** A running dev mode looks after the files that it knows, such as the changelog; a new one beside them it does not see. */
    private void wakeDevMode(Path directory) throws IOException {
        Path known = directory
                .toAbsolutePath()
                .resolveSibling(Path.of(changelog.file()).getFileName());
        if (Files.exists(known)) {
            Files.setLastModifiedTime(known, FileTime.from(Instant.now()));
        }
    }
}
