package dev.quipu.db.reverse;

import dev.quipu.db.reverse.StoredSchema.StoredSequence;
import dev.quipu.db.reverse.StoredTable.Check;
import dev.quipu.db.reverse.StoredTable.Index;
import dev.quipu.db.reverse.StoredTable.Key;
import dev.quipu.db.reverse.StoredTable.Reference;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A changeset that makes the tables of a schema in an empty database, and leaves the database that has them as it is: Liquibase
 * takes it as run there.
 */
final class Baseline {

    private final StoredSchema schema;
    private final List<StoredTable> tables;

    private Baseline(StoredSchema schema, List<StoredTable> tables) {
        this.schema = schema;
        this.tables = tables;
    }

    /**
     * @param id of the changeset
     * @param tables which of the schema's
     */
    static String text(String id, StoredSchema schema, List<StoredTable> tables) {
        return new Baseline(schema, tables).text(id);
    }

    private String text(String id) {
        List<String> statements = new ArrayList<>();
        schema.enums()
                .forEach((name, labels) -> statements.add("create type " + name + " as enum "
                        + labels.stream()
                                .map(label -> "'" + label.replace("'", "''") + "'")
                                .collect(Collectors.joining(", ", "(", ")"))));
        sequences()
                .filter(sequence -> !sequence.identity())
                .forEach(
                        sequence -> statements.add("create sequence " + sequence.name() + " " + sequence.definition()));
        tables.forEach(table -> statements.add(table(table)));
        sequences()
                .filter(sequence -> sequence.owner() != null && !sequence.identity())
                .forEach(sequence ->
                        statements.add("alter sequence " + sequence.name() + " owned by " + sequence.owner()));
        tables.forEach(table -> indexes(table).forEach(statements::add));
        tables.forEach(table -> references(table).forEach(statements::add));
        return "--liquibase formatted sql\n\n--changeset quipu:" + id + "\n"
                + "--preconditions onFail:MARK_RAN\n"
                + "--precondition-sql-check expectedResult:0 select count(*) from pg_tables where schemaname = current_schema and"
                + " tablename in ("
                + tables.stream()
                        .map(table -> "'" + table.name().text().replace("'", "''") + "'")
                        .collect(Collectors.joining(", "))
                + ")\n"
                + statements.stream().map(statement -> statement + ";\n").collect(Collectors.joining())
                + rollback();
    }

    /** Those of the tables, and those of nobody. */
    private Stream<StoredSequence> sequences() {
        Set<String> owners = tables.stream()
                .flatMap(table -> table.columns().stream().map(column -> table.name() + "." + column.name()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return schema.sequences().stream()
                .filter(sequence -> sequence.owner() == null || owners.contains(sequence.owner()));
    }

    private String table(StoredTable table) {
        Stream<String> columns = table.columns().stream().map(this::column);
        Stream<String> keys = table.keys().stream().map(Baseline::constraint);
        Stream<String> checks = table.checks().stream().map(Baseline::constraint);
        return Stream.of(columns, keys, checks)
                .flatMap(parts -> parts)
                .map(part -> "    " + part)
                .collect(Collectors.joining(",\n", "create table " + table.name() + " (\n", "\n)"));
    }

    private String column(StoredColumn column) {
        String text = column.name() + " " + column.type();
        if (column.generated()) {
            text += " generated always as " + column.defaultValue() + " stored";
        } else if (!column.identity().isEmpty()) {
            StoredSequence sequence = schema.sequence(column.sequence());
            text += " generated " + column.identity() + " as identity"
                    + (sequence == null ? "" : " (" + sequence.definition().replaceFirst("as \\w+ ", "") + ")");
        } else if (column.defaultValue() != null) {
            text += " default " + column.defaultValue();
        }
        return column.notNull() ? text + " not null" : text;
    }

    private static String constraint(Key key) {
        return "constraint " + key.name() + " " + key.definition();
    }

    private static String constraint(Check check) {
        return "constraint " + check.name() + " " + check.definition();
    }

    private Stream<String> indexes(StoredTable table) {
        return table.indexes().stream().map(Index::definition);
    }

    private Stream<String> references(StoredTable table) {
        Set<SqlName> made = tables.stream().map(StoredTable::name).collect(Collectors.toSet());
        return table.references().stream()
                .filter((Reference reference) -> made.contains(reference.table()))
                .map(reference -> "alter table " + table.name() + " add constraint " + reference.name() + " "
                        + reference.definition());
    }

    /** Downgrading below the first version would drop data that is older than the changelog. */
    private static String rollback() {
        return "--rollback not required\n";
    }
}
