package dev.quipu.db.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Something that two schemas do not have in common. A table that only one has is one difference; of one that both have, each column,
 * constraint and index is, and the table itself if its comment is another.
 *
 * @param before as the first has it, null if it has not
 * @param after as the second has it, null if it has not
 */
public record Difference(
        @Nullable SchemaObject before, @Nullable SchemaObject after) {

    /**
     * In the order: enum types, sequences, tables, what the tables have. None is what the first does by itself and the second leaves
     * alone: a column that it generates, and ids that it draws where the application draws them from the sequence. Other programs may
     * rely on it.
     */
    public static List<Difference> between(Schema before, Schema after) {
        List<Difference> differences = new ArrayList<>();
        compare(before.enums(), after.enums(), differences);
        Map<String, Sequence> sequences = new LinkedHashMap<>(after.sequences());
        sequences.keySet().removeAll(before.identitySequences());
        compare(before.sequences(), sequences, differences);
        each(before.tables(), after.tables(), (was, is) -> {
            if (was == null || is == null) {
                differences.add(new Difference(was, is));
            } else {
                compare(was, is, differences);
            }
        });
        return differences;
    }

    private static void compare(Table before, Table after, List<Difference> differences) {
        if (!Objects.equals(before.comment(), after.comment())) {
            differences.add(new Difference(before, after));
        }
        compare(before.columns(), after.columns(), differences);
        compare(before.constraints(), after.constraints(), differences);
        compare(before.indexes(), after.indexes(), differences);
    }

    private static <T extends SchemaObject> void compare(
            Map<String, T> before, Map<String, T> after, List<Difference> differences) {
        each(before, after, (was, is) -> {
            if (!Objects.equals(was, is) && !(was instanceof Column column && column.isByItself((Column) is))) {
                differences.add(new Difference(was, is));
            }
        });
    }

    private static <T> void each(
            Map<String, T> before, Map<String, T> after, BiConsumer<@Nullable T, @Nullable T> work) {
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        names.forEach(name -> work.accept(before.get(name), after.get(name)));
    }

    /**
     * One line.
     *
     * @param first what the first schema is called: {@code "the database"}
     * @param second what the second one is called: {@code "the entities"}
     */
    public String sentence(String first, String second) {
        if (before == null) {
            return describe(Objects.requireNonNull(after)) + " is only in " + second;
        } else if (after == null) {
            return describe(before) + " is only in " + first;
        }
        return describe(after) + " in " + second + " is " + describe(before) + " in " + first;
    }

    private static String describe(SchemaObject object) {
        return object.label() + " " + object.definition();
    }
}
