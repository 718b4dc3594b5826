package dev.quipu.db.migrate;

import dev.quipu.db.migrate.Step.Phase;
import dev.quipu.db.schema.Column;
import dev.quipu.db.schema.Column.Generation;
import dev.quipu.db.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/** A column that comes; or, with the directions exchanged, one that goes. */
record ColumnAddition(Column column, Schema was) {

    /** @param derived whether a rule fills it */
    List<Step> steps(boolean derived, Problems problems) {
        boolean late = column.notNull() && needsValue() && derived;
        if (column.notNull() && needsValue() && !derived) {
            problems.add(
                    "DB-204 " + column.label() + " is new and not null, and the rows that exist have no value for it."
                            + " Let the attribute be null first, or give it a @ColumnDefault(\"..\"), or write the values by hand:"
                            + " db migrate --empty.");
        }
        List<Step> steps = new ArrayList<>();
        String add = addition(late ? nullable() : column);
        steps.add(Step.of(Phase.COLUMN, add, drop()));
        if (late) {
            steps.add(Step.of(Phase.NOT_NULL, alter() + " set not null;", ""));
        }
        return steps;
    }

    Step removal() {
        Step step = Step.of(Phase.DROP_COLUMN, drop(), again());
        return step.with("the rollback makes " + column.qualifiedName() + " again, without its values");
    }

    /** A column that is not null is made with a default that fills it, which goes again. */
    private String again() {
        String filler = column.notNull() && needsValue() ? Filler.of(column, was) : null;
        return filler == null ? addition(column) : addition(with(filler)) + "\n" + alter() + " drop default;";
    }

    private boolean needsValue() {
        return column.defaultValue() == null && column.generation() == Generation.NONE;
    }

    private String addition(Column added) {
        String sql = "alter table " + column.table() + " add " + Ddl.definition(added) + ";";
        return column.comment() == null ? sql : sql + "\n" + Ddl.comment(column, column.comment());
    }

    private Column nullable() {
        return new Column(
                column.table(),
                column.name(),
                column.type(),
                false,
                column.defaultValue(),
                column.generation(),
                column.comment());
    }

    private Column with(String value) {
        return new Column(column.table(), column.name(), column.type(), true, value, Generation.NONE, column.comment());
    }

    private String alter() {
        return "alter table " + column.table() + " alter " + column.name();
    }

    private String drop() {
        return "alter table " + column.table() + " drop " + column.name() + ";";
    }
}
