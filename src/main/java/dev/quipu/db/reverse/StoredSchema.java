package dev.quipu.db.reverse;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a schema holds, as far as entities and their baseline need it.
 *
 * @param enums the labels of each enum type, by its name in SQL
 * @param others what the baseline leaves out: views, triggers, functions
 */
record StoredSchema(
        List<StoredTable> tables,
        Map<String, List<String>> enums,
        List<StoredSequence> sequences,
        List<String> others) {

    @Nullable
    StoredSequence sequence(@Nullable String name) {
        return sequences.stream()
                .filter(sequence -> sequence.name().text().equals(name))
                .findFirst()
                .orElse(null);
    }

    /**
     * @param owner the table and column whose serial or identity it is; null if it stands alone
     * @param identity whether the column is an identity, which makes its sequence itself
     * @param definition its type, start and step, in SQL
     */
    record StoredSequence(
            SqlName name, int increment, @Nullable String owner, boolean identity, String definition) {}
}
