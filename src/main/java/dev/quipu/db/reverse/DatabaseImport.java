package dev.quipu.db.reverse;

import dev.quipu.db.reverse.Generator.ByTable;
import dev.quipu.db.reverse.Generator.ByWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;

/**
 * Writes the entities for the tables of a PostgreSQL schema, which is only read.
 *
 * <pre>{@code
 * ImportReport report = DatabaseImport.run(request);
 * }</pre>
 */
public final class DatabaseImport {

    private DatabaseImport() {}

    /**
     * Writes what is not there yet.
     *
     * @throws ImportRefusedException if there is no such database, schema or table
     */
    public static ImportReport run(ImportRequest request) {
        StoredSchema schema = read(request);
        List<StoredTable> tables = chosen(schema, request);
        Selection selection = Selection.of(tables);
        List<String> remarks = new ArrayList<>(selection.leftOut());
        List<EntityPlan> plans = EntityNames.plan(selection.served(), remarks);
        Enums enums = new Enums(schema);
        ProjectFiles files = new ProjectFiles();
        Path folder = request.folder().resolve(request.packageName().replace('.', '/'));
        for (EntityPlan plan : plans) {
            files.put(
                    folder.resolve(plan.type() + ".java"),
                    EntityWriter.source(plan, schema, enums, request.packageName()));
            remark(plan, schema, remarks);
        }
        enums.sources(request.packageName())
                .forEach((name, source) -> files.put(folder.resolve(name + ".java"), source));
        Path changeset = request.changeset();
        if (changeset != null) {
            List<StoredTable> served =
                    selection.served().stream().map(Selection.Served::table).toList();
            files.put(changeset, Baseline.text(id(changeset), schema, served));
            schema.others()
                    .forEach(other -> remarks.add("DB-307 The changeset leaves out the " + other
                            + ": add it there, if an empty database needs it."));
        }
        return new ImportReport(files.written(), files.equal(), files.differences(), remarks);
    }

    private static String id(Path changeset) {
        return changeset.getFileName().toString().replaceFirst("\\.sql$", "");
    }

    private static StoredSchema read(ImportRequest request) {
        Properties login = new Properties();
        if (request.username() != null) {
            login.setProperty("user", request.username());
        }
        if (request.password() != null) {
            login.setProperty("password", request.password());
        }
        String place = request.url().replaceFirst("\\?.*", "");
        try (Connection connection = DriverManager.getConnection(request.url(), login)) {
            List<String> schemas = Catalog.schemas(connection);
            StoredSchema schema = Catalog.read(connection, request.schema());
            if (schema.tables().isEmpty()) {
                throw new ImportRefusedException("DB-312 " + place + " has no tables in the schema " + request.schema()
                        + (schemas.isEmpty() ? ", nor in any other." : ". Name another with --schema: " + schemas));
            }
            return schema;
        } catch (SQLException e) {
            throw new ImportRefusedException("DB-311 " + place + " cannot be read: "
                    + String.valueOf(e.getMessage())
                            .replace(request.url(), place)
                            .lines()
                            .findFirst()
                            .orElse("")
                    + " - Start that database, or correct --url, --username and --password.");
        }
    }

    private static List<StoredTable> chosen(StoredSchema schema, ImportRequest request) {
        if (request.tables().isEmpty()) {
            return schema.tables();
        }
        TreeSet<String> unknown = new TreeSet<>(request.tables());
        schema.tables().forEach(table -> unknown.remove(table.name().text()));
        if (!unknown.isEmpty()) {
            throw new ImportRefusedException("DB-313 The schema " + request.schema() + " has no tables " + unknown
                    + ". It has "
                    + String.join(
                            ", ",
                            schema.tables().stream()
                                    .map(table -> table.name().text())
                                    .toList()) + ".");
        }
        return schema.tables().stream()
                .filter(table -> request.tables().contains(table.name().text()))
                .toList();
    }

    private static void remark(EntityPlan plan, StoredSchema schema, List<String> remarks) {
        SqlName table = plan.table().name();
        SqlName id = plan.id().name();
        Generator generator = Generator.of(plan, schema);
        if (generator instanceof ByTable) {
            remarks.add(
                    "DB-303 " + table + "." + id + " is given by the table alone, and rules cannot follow such rows."
                            + " Before you write rules on " + plan.type() + ": alter table " + table + " alter " + id
                            + " set generated by default; then delete " + plan.type() + ".java and import again.");
        } else if (generator instanceof ByWriter) {
            remarks.add("DB-304 " + table + "." + id
                    + " is given by who writes the row. The API reads, changes and deletes " + plan.type()
                    + ", and does not create one: persist it in code, or let a sequence give the id.");
        }
        for (StoredColumn column : plan.table().columns()) {
            if (column.plainType().equals("timestamp without time zone")) {
                remarks.add(
                        "DB-305 " + table + "." + column.name() + " has no time zone: it is read and written as UTC.");
            } else if (column.plainType().equals("numeric") && column.baseType().equals("numeric")) {
                remarks.add("DB-306 " + table + "." + column.name()
                        + " is a numeric without precision: it is taken for numeric(38, 10). Correct "
                        + plan.type() + "." + plan.attribute(column) + " if that is not right.");
            }
        }
    }
}
