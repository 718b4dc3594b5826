package dev.quipu.db.migrate;

import dev.quipu.db.migrate.Step.Phase;
import dev.quipu.db.schema.Constraint;
import dev.quipu.db.schema.Index;
import dev.quipu.db.schema.Schema;
import dev.quipu.db.schema.Sequence;
import dev.quipu.db.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** The names that change, and those that follow them. */
record Renames(List<Rename> renames) {

    /** Columns first: they are named with the table's old name. */
    List<Step> steps() {
        return renames.stream()
                .sorted(Comparator.comparing(rename -> rename.column() == null))
                .map(Rename::step)
                .toList();
    }

    void check(Schema was, Schema is, Problems problems) {
        renames.forEach(rename -> rename.check(was, is, newName(rename.table()), problems));
    }

    private String newName(String table) {
        return renames.stream()
                .filter(rename -> rename.column() == null && rename.table().equals(table))
                .map(Rename::to)
                .findFirst()
                .orElse(table);
    }

    /** What is the same but for its name, once tables and columns are renamed. */
    List<Step> following(Schema was, Schema is) {
        List<Step> steps = new ArrayList<>();
        for (Table table : was.tables().values()) {
            Table other = is.tables().get(table.name());
            if (other != null) {
                follow(
                        table.constraints(),
                        other.constraints(),
                        Renames::same,
                        Constraint::name,
                        steps,
                        "alter table " + table.name() + " rename constraint %s to %s;");
                follow(
                        table.indexes(),
                        other.indexes(),
                        Renames::same,
                        Index::name,
                        steps,
                        "alter index %s rename to %s;");
            }
        }
        follow(was.sequences(), is.sequences(), this::same, Sequence::name, steps, "alter sequence %s rename to %s;");
        return steps;
    }

    private static <T> void follow(
            Map<String, T> was,
            Map<String, T> is,
            BiPredicate<T, T> same,
            Function<T, String> name,
            List<Step> steps,
            String sql) {
        List<T> gained = new ArrayList<>(is.values());
        gained.removeIf(object -> was.containsKey(name.apply(object)));
        for (T lost : was.values()) {
            if (is.containsKey(name.apply(lost))) {
                continue;
            }
            gained.stream()
                    .filter(object -> same.test(lost, object))
                    .findFirst()
                    .ifPresent(object -> {
                        gained.remove(object);
                        String from = name.apply(lost);
                        String to = name.apply(object);
                        steps.add(Step.of(Phase.RENAME, sql.formatted(from, to), sql.formatted(to, from)));
                    });
        }
    }

    private static boolean same(Constraint one, Constraint other) {
        return one.kind() == other.kind() && one.definition().equals(other.definition());
    }

    private static boolean same(Index one, Index other) {
        return one.unique() == other.unique() && one.definition().equals(other.definition());
    }

    /** A sequence goes with its table, whose name it begins with. */
    private boolean same(Sequence one, Sequence other) {
        return one.definition().equals(other.definition())
                && renames.stream()
                        .filter(rename -> rename.column() == null && one.name().startsWith(rename.table()))
                        .anyMatch(rename -> other.name()
                                .equals(rename.to()
                                        + one.name().substring(rename.table().length())));
    }
}
