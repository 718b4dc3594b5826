package dev.quipu.db.migrate;

import dev.quipu.db.schema.Difference;
import dev.quipu.db.schema.Schema;
import dev.quipu.db.schema.SchemaReader;
import dev.quipu.db.schema.ScratchSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import liquibase.exception.LiquibaseException;
import liquibase.resource.DirectoryResourceAccessor;
import org.apache.commons.lang3.exception.ExceptionUtils;

/** Plays a file of the changelog after the others, takes it back, and plays it again: what it makes must be what is wanted each time. */
record Proof(Changelog changelog, DataSource dataSource) {

    /** @throws MigrationException if it makes something else, does not run, or leaves something behind */
    void of(ChangelogFile file, Schema wanted) throws SQLException, IOException {
        Path folder = Files.createTempDirectory("quipu-migrate");
        Path path = folder.resolve(file.name() + ".sql");
        Files.writeString(path, file.text());
        try (ScratchSchema scratch = ScratchSchema.make(dataSource)) {
            Connection connection = scratch.connection();
            Changelog next = new Changelog(path.getFileName().toString(), new DirectoryResourceAccessor(folder));
            changelog.upgrade(connection);
            Schema before = SchemaReader.read(connection);
            next.upgrade(connection);
            expect(wanted, connection, "played", file);
            next.downgrade(connection, 1);
            expect(before, connection, "taken back", file);
            next.upgrade(connection);
            expect(wanted, connection, "played again", file);
        } catch (LiquibaseException e) {
            throw new MigrationException("DB-208 The statements do not run, and nothing was written: "
                    + ExceptionUtils.getRootCause(e).getMessage() + System.lineSeparator() + file.text());
        } finally {
            Files.delete(path);
            Files.delete(folder);
        }
    }

    private static void expect(Schema wanted, Connection connection, String how, ChangelogFile file)
            throws SQLException {
        List<Difference> left = Difference.between(SchemaReader.read(connection), wanted);
        if (!left.isEmpty()) {
            StringBuilder message = new StringBuilder(
                    "DB-208 The statements, " + how + ", do not make what they should, and nothing was written:");
            left.forEach(difference -> message.append(System.lineSeparator())
                    .append("  " + difference.sentence("what they make", "what they should")));
            throw new MigrationException(
                    message.append(System.lineSeparator()).append(file.text()).toString());
        }
    }
}
