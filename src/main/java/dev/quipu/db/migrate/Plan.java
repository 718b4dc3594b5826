package dev.quipu.db.migrate;

import dev.quipu.db.migrate.Step.Phase;
import dev.quipu.db.schema.Column;
import dev.quipu.db.schema.Constraint;
import dev.quipu.db.schema.Difference;
import dev.quipu.db.schema.EnumType;
import dev.quipu.db.schema.Index;
import dev.quipu.db.schema.Schema;
import dev.quipu.db.schema.SchemaObject;
import dev.quipu.db.schema.Sequence;
import dev.quipu.db.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes the differences of two schemas steps from the one to the other. */
final class Plan {

    private final Schema was;
    private final Schema is;
    private final Map<String, String> derived;
    private final boolean allowDrop;
    private final Problems problems;
    private final List<Step> steps = new ArrayList<>();
    private final List<Table> newTables = new ArrayList<>();

    private Plan(Schema was, Schema is, Map<String, String> derived, boolean allowDrop, Problems problems) {
        this.was = was;
        this.is = is;
        this.derived = derived;
        this.allowDrop = allowDrop;
        this.problems = problems;
    }

    /**
     * In no order yet.
     *
     * @param derived the columns that rules fill, and the condition of the rows that they pass over, as {@link
     *     dev.quipu.rule.tool.RuleBackfill#columns} has them
     */
    static List<Step> of(Schema was, Schema is, Map<String, String> derived, boolean allowDrop, Problems problems) {
        Plan plan = new Plan(was, is, derived, allowDrop, problems);
        for (Difference difference : Difference.between(was, is)) {
            if (difference.before() == null) {
                plan.add(Objects.requireNonNull(difference.after()));
            } else if (difference.after() == null) {
                plan.remove(difference.before());
            } else {
                plan.change(difference.before(), difference.after());
            }
        }
        plan.steps.addAll(NewTables.steps(plan.newTables, was));
        return plan.steps;
    }

    private void add(SchemaObject object) {
        if (object instanceof Table table) {
            newTables.add(table);
        } else if (object instanceof Column column) {
            steps.addAll(new ColumnAddition(column, is).steps(derived.get(column.plainName()), problems));
        } else if (object instanceof Constraint constraint) {
            steps.add(add(constraint));
        } else if (object instanceof Index index) {
            Step step = Step.of(Phase.INDEX, Ddl.create(index), drop(index));
            steps.add(index.unique() ? step.with(twice(index.table())) : step);
        } else if (object instanceof Sequence sequence) {
            steps.add(Step.of(Phase.SEQUENCE, Ddl.create(sequence), "drop sequence " + sequence.name() + ";"));
        } else if (object instanceof EnumType type) {
            steps.add(Step.of(Phase.TYPE, type.creation(), Ddl.drop(type)));
        }
    }

    private static Step add(Constraint constraint) {
        Phase phase = isReference(constraint) ? Phase.REFER : Phase.CONSTRAIN;
        Step step = Step.of(phase, Ddl.add(constraint), Ddl.drop(constraint));
        return switch (constraint.kind()) {
            case PRIMARY_KEY, UNIQUE, EXCLUSION -> step.with(twice(constraint.table()));
            case CHECK -> step.with("fails if a row of " + constraint.table() + " is otherwise");
            case FOREIGN_KEY -> step;
        };
    }

    private static String twice(String table) {
        return "fails if rows of " + table + " have the same key";
    }

    private void remove(SchemaObject object) {
        if (object instanceof Table table) {
            remove(table);
        } else if (object instanceof Column column) {
            remove(column);
        } else if (object instanceof Constraint constraint) {
            Phase phase = isReference(constraint) ? Phase.UNREFER : Phase.UNCONSTRAIN;
            steps.add(Step.of(phase, Ddl.drop(constraint), Ddl.add(constraint)));
        } else if (object instanceof Index index) {
            steps.add(Step.of(Phase.UNCONSTRAIN, drop(index), Ddl.create(index)));
        } else if (object instanceof Sequence sequence) {
            remove(sequence);
        } else if (object instanceof EnumType type) {
            steps.add(Step.of(Phase.DROP_TYPE, Ddl.drop(type), type.creation()));
        }
    }

    private void remove(Table table) {
        if (!allowDrop) {
            problems.add("DB-205 No entity has the table " + table.name()
                    + " any more. To drop it with all its rows: --allow-drop. If it has another name now: --rename "
                    + table.name() + "=NAME.");
        }
        table.constraints().values().stream().filter(Plan::isReference).forEach(this::remove);
        steps.add(Step.of(Phase.DROP_TABLE, "drop table " + table.name() + ";", Ddl.create(table))
                .with("the rollback makes " + table.name() + " again, without its rows"));
    }

    private void remove(Sequence sequence) {
        if (!allowDrop) {
            problems.add("DB-205 No entity draws from the sequence " + sequence.name()
                    + " any more. To drop it, and forget where it stands: --allow-drop.");
        }
        steps.add(Step.of(Phase.DROP_SEQUENCE, "drop sequence " + sequence.name() + ";", Ddl.create(sequence))
                .with("the rollback makes " + sequence.name() + " again, from its start"));
    }

    private void remove(Column column) {
        if (!allowDrop) {
            problems.add("DB-205 No entity has the column " + column.table() + "." + column.name()
                    + " any more. To drop it with all its values: --allow-drop. If it has another name now: --rename "
                    + column.table() + "." + column.name() + "=NAME.");
        }
        steps.add(new ColumnAddition(column, was).removal());
    }

    private void change(SchemaObject before, SchemaObject after) {
        if (before instanceof Column from && after instanceof Column to) {
            change(from, to);
        } else if (before instanceof EnumType from && after instanceof EnumType to) {
            EnumChange change = new EnumChange(from, to, was, is);
            if (change.narrows() && !allowDrop) {
                problems.add("DB-206 " + to.label() + " loses values: " + from.definition() + " becomes "
                        + to.definition() + ". If no row has them: --allow-drop.");
            }
            steps.add(change.step());
        } else if (before instanceof Sequence from && after instanceof Sequence to) {
            steps.add(Step.of(Phase.SEQUENCE, alter(to), alter(from)));
        } else if (before instanceof Table from && after instanceof Table to) {
            steps.add(Step.of(
                    Phase.COMMENT, Ddl.comment(to.name(), to.comment()), Ddl.comment(from.name(), from.comment())));
        } else {
            remove(before);
            add(after);
        }
    }

    private void change(Column from, Column to) {
        ColumnChange change = new ColumnChange(from, to, was, is);
        if (!change.expressible()) {
            problems.add("DB-207 " + to.label() + " is generated by the database otherwise than before: " + from.sql()
                    + " becomes " + to.sql() + ". Write that version by hand: db migrate --empty.");
        }
        if (!allowDrop && !from.type().equals(to.type()) && !new TypeChange(from.type(), to.type()).widens()) {
            problems.add("DB-206 " + to.label() + " becomes " + to.type() + ", was " + from.type()
                    + ", and values may be lost or not fit. If they do fit: --allow-drop.");
        }
        steps.addAll(change.steps());
    }

    private static boolean isReference(Constraint constraint) {
        return constraint.kind() == Constraint.Kind.FOREIGN_KEY;
    }

    private static String drop(Index index) {
        return "drop index " + index.name() + ";";
    }

    private static String alter(Sequence sequence) {
        return "alter sequence " + sequence.name() + " " + sequence.definition() + ";";
    }
}
