package dev.quipu.db.migrate;

import dev.quipu.db.migrate.Step.Phase;
import dev.quipu.db.schema.Schema;
import dev.quipu.db.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * A table or a column that has another name.
 *
 * @param table its name before
 * @param column null if the table itself has another name
 */
public record Rename(String table, @Nullable String column, String to) {

    /**
     * Reads {@code "users.nick=nickname"} or {@code "nicks=nicknames"}.
     *
     * @throws MigrationException if it is neither
     */
    public static Rename parse(String text) {
        String[] sides = text.split("=", -1);
        String[] from = sides[0].split("\\.", -1);
        if (sides.length != 2 || from.length > 2 || from[0].isBlank() || sides[1].isBlank() || sides[1].contains(".")) {
            throw new MigrationException("DB-201 --rename " + text
                    + ": write --rename table.column=name for a column, --rename table=name for a table.");
        }
        return new Rename(from[0], from.length == 2 ? from[1] : null, sides[1]);
    }

    /** As it is given on the command line. */
    public String option() {
        return "--rename " + from() + "=" + to;
    }

    String from() {
        return column == null ? table : table + "." + column;
    }

    Step step() {
        return column == null
                ? Step.of(
                        Phase.RENAME,
                        "alter table " + table + " rename to " + to + ";",
                        "alter table " + to + " rename to " + table + ";")
                : Step.of(
                        Phase.RENAME,
                        "alter table " + table + " rename " + column + " to " + to + ";",
                        "alter table " + table + " rename " + to + " to " + column + ";");
    }

    /** @param newTable what the table is called afterwards */
    void check(Schema was, Schema is, String newTable, Problems problems) {
        Table before = was.tables().get(table);
        Table after = is.tables().get(newTable);
        if (before == null) {
            problems.add(problem("the changelog makes no table " + table + " (it has "
                    + String.join(", ", was.tables().keySet()) + ")."));
        } else if (column == null) {
            checkTable(was, is, problems);
        } else if (!before.columns().containsKey(column)) {
            problems.add(problem("the changelog makes no column " + column + " of " + table + " (it has "
                    + String.join(", ", before.columns().keySet()) + ")."));
        } else if (before.columns().containsKey(to)) {
            problems.add(problem(table + " has a column " + to + " already."));
        } else if (after == null || !after.columns().containsKey(to)) {
            problems.add(problem("no entity has a column " + to + " of " + newTable + "."));
        } else if (after.columns().containsKey(column)) {
            problems.add(problem("the entities still have " + newTable + "." + column + "."));
        }
    }

    private void checkTable(Schema was, Schema is, Problems problems) {
        if (was.tables().containsKey(to)) {
            problems.add(problem("there is a table " + to + " already."));
        } else if (!is.tables().containsKey(to)) {
            problems.add(problem("no entity has the table " + to + "."));
        } else if (is.tables().containsKey(table)) {
            problems.add(problem("the entities still have the table " + table + "."));
        }
    }

    private String problem(String what) {
        return "DB-202 " + option() + ": " + what;
    }
}
