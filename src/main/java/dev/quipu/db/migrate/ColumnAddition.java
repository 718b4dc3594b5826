package dev.quipu.db.migrate;

import static java.util.Objects.requireNonNull;

import dev.quipu.db.migrate.Step.Phase;
import dev.quipu.db.schema.Column;
import dev.quipu.db.schema.Column.Generation;
import dev.quipu.db.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A column that comes; or, with the directions exchanged, one that goes. */
record ColumnAddition(Column column, Schema schema) {

    /** @param passedOver the condition of the rows that its rule does not fill, null if it has none */
    List<Step> steps(@Nullable String passedOver, Problems problems) {
        boolean late = column.notNull() && needsValue() && passedOver != null;
        if (column.notNull() && needsValue() && passedOver == null) {
            problems.add(
                    "DB-204 " + column.label() + " is new and not null, and the rows that exist have no value for it."
                            + " Let the attribute be null first, or give it a @ColumnDefault(\"..\"), or write the values by hand:"
                            + " db migrate --empty.");
        }
        List<Step> steps = new ArrayList<>();
        String add = addition(late ? nullable() : column);
        steps.add(Step.of(Phase.COLUMN, add, drop()));
        if (late) {
            steps.add(Step.of(Phase.NOT_NULL, filled(requireNonNull(passedOver)) + alter() + " set not null;", ""));
        }
        return steps;
    }

    Step removal() {
        Step step = Step.of(Phase.DROP_COLUMN, drop(), again());
        return step.with("the rollback makes " + column.qualifiedName() + " again, without its values");
    }

    /** A column that is not null is made with a default that fills it, which goes again. */
    private String again() {
        String filler = column.notNull() && needsValue() ? Filler.of(column, schema) : null;
        return filler == null ? addition(column) : addition(with(filler)) + "\n" + alter() + " drop default;";
    }

    /** Rows that are softly deleted get what stands in until they are restored and ruled. */
    private String filled(String passedOver) {
        String filler = passedOver.equals("false") ? null : Filler.of(column, schema);
        return filler == null
                ? ""
                : "update " + column.table() + " set " + column.name() + " = " + filler + " where " + passedOver
                        + " and " + column.name() + " is null;\n";
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
