package dev.quipu.db.migrate;

import dev.quipu.db.migrate.Step.Phase;
import dev.quipu.db.schema.Column;
import dev.quipu.db.schema.EnumType;
import dev.quipu.db.schema.Schema;
import dev.quipu.db.schema.Sql;
import java.util.ArrayList;
import java.util.List;

/** An enum type with other values: a value can be added to a type; for all else the type is made anew. */
record EnumChange(EnumType before, EnumType after, Schema was, Schema is) {

    Step step() {
        Step step = Step.of(Phase.TYPE, change(before, after), change(after, before));
        return isAddition(before, after)
                ? step.with("taking it back fails if a row has a value that is new")
                : step.with("fails if a row has a value that " + after.name() + " has no longer");
    }

    /** Whether values go. */
    boolean narrows() {
        return !after.values().containsAll(before.values());
    }

    private String change(EnumType from, EnumType to) {
        return isAddition(from, to) ? add(from, to) : remake(from, to);
    }

    private static boolean isAddition(EnumType from, EnumType to) {
        List<String> kept = new ArrayList<>(to.values());
        kept.retainAll(from.values());
        return kept.equals(from.values()) && from.casts().equals(to.casts());
    }

    private static String add(EnumType from, EnumType to) {
        List<String> statements = new ArrayList<>();
        for (int i = 0; i < to.values().size(); i++) {
            String value = to.values().get(i);
            if (!from.values().contains(value)) {
                String place = i == 0
                        ? to.values().size() > 1
                                ? " before " + Sql.text(from.values().get(0))
                                : ""
                        : " after " + Sql.text(to.values().get(i - 1));
                statements.add("alter type " + to.name() + " add value " + Sql.text(value) + place + ";");
            }
        }
        return Ddl.lines(statements);
    }

    private String remake(EnumType from, EnumType to) {
        String old = from.name().replaceFirst("(\"?)$", "_old$1");
        List<String> statements = new ArrayList<>();
        statements.add("alter type " + from.name() + " rename to " + old + ";");
        statements.add(to.creation());
        // a column that comes or goes has the type while the type is changed in neither direction
        was.tables().values().stream()
                .flatMap(table -> table.columns().values().stream())
                .filter(column -> column.type().equals(from.name()))
                .forEach(column -> statements.add(retype(column)));
        statements.add(Ddl.dropAs(from, old));
        return Ddl.lines(statements);
    }

    private static String retype(Column column) {
        String alter = "alter " + column.name();
        String type = alter + " type " + column.type() + " using " + column.name() + "::text::" + column.type();
        return "alter table " + column.table() + " "
                + (column.defaultValue() == null
                        ? type
                        : alter + " drop default,\n    " + type + ",\n    " + alter + " set default "
                                + column.defaultValue())
                + ";";
    }
}
