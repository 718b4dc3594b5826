package dev.quipu.command;

import dev.quipu.db.reverse.DatabaseImport;
import dev.quipu.db.reverse.ImportReport;
import dev.quipu.db.reverse.ImportRequest;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code db import} */
@Command(
        name = "import",
        description =
                "Writes entities for the tables of a PostgreSQL database, which it only reads. Does not touch files that"
                        + " exist: prints how they differ, and exits with 1.")
final class ImportCommand implements Callable<Integer>, WithoutApplication {

    @Option(names = "--url", required = true, description = "jdbc:postgresql://host:5432/name")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    String url;

    @Option(
            names = "--username",
            defaultValue = "${env:QUARKUS_DATASOURCE_USERNAME}",
            description = "default: QUARKUS_DATASOURCE_USERNAME of the environment")
    @Nullable
    String username;

    @Option(
            names = "--password",
            defaultValue = "${env:QUARKUS_DATASOURCE_PASSWORD}",
            description = "default: QUARKUS_DATASOURCE_PASSWORD of the environment")
    @Nullable
    String password;

    @Option(names = "--schema", defaultValue = "public", description = "default: ${DEFAULT-VALUE}")
    @SuppressWarnings("NullAway.Init")
    String schema;

    @Option(names = "--tables", split = ",", description = "which; default: all of the schema")
    Set<String> tables = Set.of();

    @Option(names = "--package", defaultValue = "dev.quipu.domain", description = "default: ${DEFAULT-VALUE}")
    @SuppressWarnings("NullAway.Init")
    String packageName;

    @Option(names = "--dir", defaultValue = "src/main/java", description = "default: ${DEFAULT-VALUE}")
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Option(
            names = "--changeset",
            description = "a file for the changeset that makes these tables where they are not there yet:"
                    + " src/main/resources/db/changes/0001-baseline.sql")
    @Nullable
    Path changeset;

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Override
    public Integer call() {
        ImportReport report = DatabaseImport.run(
                new ImportRequest(url, username, password, schema, tables, packageName, folder, changeset));
        spec.commandLine().getOut().print(report.text());
        spec.commandLine().getOut().flush();
        return report.clean() ? 0 : 1;
    }
}
