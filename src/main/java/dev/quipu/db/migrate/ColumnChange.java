package dev.quipu.db.migrate;

import dev.quipu.db.migrate.Step.Phase;
import dev.quipu.db.schema.Column;
import dev.quipu.db.schema.Column.Generation;
import dev.quipu.db.schema.Schema;
import dev.quipu.db.schema.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A column that is another one afterwards: the steps of its type, default, identity, nullability and comment. */
record ColumnChange(Column before, Column after, Schema was, Schema is) {

    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        if (!before.type().equals(after.type())) {
            steps.add(type());
        } else if (before.generation() != after.generation()) {
            steps.add(identity());
        } else if (!Objects.equals(before.defaultValue(), after.defaultValue())) {
            steps.add(Step.of(Phase.ALTER, defaultTo(after), defaultTo(before)));
        }
        if (before.notNull() != after.notNull()) {
            steps.add(nullability());
        }
        if (!Objects.equals(before.comment(), after.comment())) {
            steps.add(
                    Step.of(Phase.COMMENT, Ddl.comment(after, after.comment()), Ddl.comment(before, before.comment())));
        }
        return steps;
    }

    /** Whether PostgreSQL can be told; a generated column has to be made anew. */
    boolean expressible() {
        boolean generated = isGenerated(before) || isGenerated(after);
        return !generated || before.sql().equals(after.sql());
    }

    private static boolean isGenerated(Column column) {
        return column.generation() == Generation.STORED || column.generation() == Generation.VIRTUAL;
    }

    private Step type() {
        Step step = Step.of(Phase.ALTER, retype(before, after), retype(after, before));
        if (new TypeChange(before.type(), after.type()).widens()) {
            return step;
        }
        return step.with("fails if a value of " + before.table() + "." + before.name() + " is no " + after.type()
                + (isText(after) ? "" : ", or makes it shorter"));
    }

    /** In one statement: the old default may not fit the new type. */
    private String retype(Column from, Column to) {
        StringBuilder sql = new StringBuilder(alter(from));
        if (hasDefault(from)) {
            sql.append(" drop default,\n    alter ").append(from.name());
        }
        sql.append(" type " + to.type());
        if (!(isText(from) && isText(to))) { // a cast would cut what is too long, and say nothing
            sql.append(" using " + cast(from, to));
        }
        if (hasDefault(to)) {
            sql.append(",\n    alter " + to.name() + " set default " + to.defaultValue());
        }
        return sql.append(";").toString();
    }

    private String cast(Column from, Column to) {
        String type = to.type().replaceFirst(" collate .*", "");
        boolean named = isEnum(from) || isEnum(to);
        return from.name() + (named && !type.equals("text") ? "::text" : "") + "::" + type;
    }

    private static boolean isText(Column column) {
        return column.type().startsWith("varchar") || column.type().startsWith("text");
    }

    private boolean isEnum(Column column) {
        return was.enums().containsKey(column.type()) || is.enums().containsKey(column.type());
    }

    private static boolean hasDefault(Column column) {
        return column.generation() == Generation.NONE && column.defaultValue() != null;
    }

    private Step identity() {
        return Step.of(Phase.ALTER, identity(before, after), identity(after, before));
    }

    private static String identity(Column from, Column to) {
        if (to.generation() == Generation.NONE) {
            String drop = alter(from) + " drop identity;";
            return to.defaultValue() == null ? drop : drop + "\n" + defaultTo(to);
        }
        String always = to.generation() == Generation.IDENTITY_ALWAYS ? "always" : "by default";
        if (from.generation() != Generation.NONE) {
            return alter(from) + " set generated " + always + ";";
        }
        String add = alter(from) + " add generated " + always + " as identity;\n" + behindTheRows(from);
        return from.defaultValue() == null ? add : alter(from) + " drop default;\n" + add;
    }

    private static String behindTheRows(Column column) {
        return "select setval(pg_get_serial_sequence(" + Sql.text(column.table()) + ", "
                + Sql.text(column.name().replace("\"", "")) + "), max(" + column.name() + ")) from " + column.table()
                + ";";
    }

    private static String defaultTo(Column to) {
        return alter(to) + (to.defaultValue() == null ? " drop default;" : " set default " + to.defaultValue() + ";");
    }

    private Step nullability() {
        Step step = Step.of(Phase.NOT_NULL, nullability(after), nullability(before));
        return after.notNull() ? step.with("fails if a row of " + after.table() + " has no " + after.name()) : step;
    }

    private static String nullability(Column to) {
        return alter(to) + (to.notNull() ? " set not null;" : " drop not null;");
    }

    private static String alter(Column column) {
        return "alter table " + column.table() + " alter " + column.name();
    }
}
