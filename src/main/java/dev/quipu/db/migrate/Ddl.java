package dev.quipu.db.migrate;

import dev.quipu.db.schema.Column;
import dev.quipu.db.schema.Constraint;
import dev.quipu.db.schema.EnumType;
import dev.quipu.db.schema.Index;
import dev.quipu.db.schema.Sequence;
import dev.quipu.db.schema.Sql;
import dev.quipu.db.schema.Table;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The statements that make a thing, each with its semicolon. */
final class Ddl {

    private Ddl() {}

    /** With all that it has but its foreign keys. */
    static String create(Table table) {
        return create(table, reference -> false);
    }

    /** With all that it has; with those of its foreign keys only that are wanted. */
    static String create(Table table, Predicate<Constraint> references) {
        Stream<String> columns = table.columns().values().stream().map(Ddl::definition);
        Stream<String> constraints = table.constraints().values().stream()
                .filter(constraint -> constraint.kind() != Constraint.Kind.FOREIGN_KEY || references.test(constraint))
                .sorted(Comparator.comparing(Constraint::kind))
                .map(Ddl::definition);
        String body = Stream.concat(columns, constraints)
                .map(line -> "    " + line)
                .collect(Collectors.joining(",\n", "(\n", "\n)"));
        Stream<String> indexes = table.indexes().values().stream().map(Ddl::create);
        Stream<String> comments = Stream.concat(
                Stream.ofNullable(table.comment()).map(comment -> comment(table.name(), comment)),
                table.columns().values().stream()
                        .filter(column -> column.comment() != null)
                        .map(column -> comment(column, column.comment())));
        return lines(Stream.of(Stream.of("create table " + table.name() + " " + body + ";"), indexes, comments)
                .flatMap(all -> all)
                .toList());
    }

    static String create(Index index) {
        return "create " + (index.unique() ? "unique " : "") + "index " + index.name() + " on " + index.table() + " "
                + index.definition() + ";";
    }

    /** Its casts go first: the type would not go without them, and "cascade" would take columns along. */
    static String drop(EnumType type) {
        return dropAs(type, type.name());
    }

    /** The same under another name. */
    static String dropAs(EnumType type, String name) {
        Stream<String> casts = type.casts().stream()
                .map(cast -> cast.substring(0, cast.indexOf(')') + 1))
                .map(cast -> "drop cast " + cast.replace(type.name(), name) + ";");
        return lines(Stream.concat(casts, Stream.of("drop type " + name + ";")).toList());
    }

    /** The options that are PostgreSQL's own for a bigint, and need not be said. */
    static String create(Sequence sequence) {
        String options = (sequence.definition() + " ")
                .replace("as bigint ", "")
                .replace("start 1 ", "")
                .replace("increment by 1 ", "")
                .replace("minvalue 1 ", "")
                .replace("maxvalue " + Long.MAX_VALUE + " ", "")
                .replace("no cycle ", "");
        return ("create sequence " + sequence.name() + " " + options).strip() + ";";
    }

    static String add(Constraint constraint) {
        return "alter table " + constraint.table() + " add " + definition(constraint) + ";";
    }

    static String drop(Constraint constraint) {
        return "alter table " + constraint.table() + " drop constraint " + constraint.name() + ";";
    }

    static String comment(String table, @Nullable String comment) {
        return "comment on table " + table + " is " + literal(comment) + ";";
    }

    static String comment(Column column, @Nullable String comment) {
        return "comment on column " + column.table() + "." + column.name() + " is " + literal(comment) + ";";
    }

    static String definition(Column column) {
        return column.name() + " " + column.sql();
    }

    static String lines(List<String> statements) {
        return String.join("\n", statements);
    }

    private static String literal(@Nullable String comment) {
        return comment == null ? "null" : Sql.text(comment);
    }

    private static String definition(Constraint constraint) {
        return "constraint " + constraint.name() + " " + constraint.definition();
    }
}
