package dev.quipu.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quipu.testing.Tables.RowName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * How all tables differ between two times. Every difference must be claimed: what nobody claims fails the test.
 *
 * <pre>{@code
 * changes.updated("ALFKI", "balance 1072.00", "order_count 6").inserted("orders", "amount_total 56.00").andNothingElse();
 * }</pre>
 */
public final class Changes {

    private final Map<RowName, Map<String, String>> inserted = new LinkedHashMap<>();
    private final Map<RowName, Map<String, String>> updated = new LinkedHashMap<>();
    private final Map<RowName, Map<String, String>> deleted = new LinkedHashMap<>();

    private final Function<String, RowName> names;

    private Changes(Function<String, RowName> names) {
        this.names = names;
    }

    static Changes between(Tables before, Tables after, Function<String, RowName> names) {
        Changes changes = new Changes(names);
        before.rows().forEach((name, row) -> {
            Map<String, String> now = after.rows().get(name);
            if (now == null) {
                changes.deleted.put(name, row);
            } else if (!now.equals(row)) {
                changes.updated.put(name, differences(row, now));
            }
        });
        after.rows().forEach((name, row) -> {
            if (!before.rows().containsKey(name)) {
                changes.inserted.put(name, row);
            }
        });
        return changes;
    }

    /** Exactly these columns of the row have changed, to these values: {@code "balance 1072.00"}. */
    public Changes updated(String row, String... columns) {
        assertThat(updated.remove(names.apply(row))).as("changes of %s", row).isEqualTo(columns(columns));
        return this;
    }

    /** One new row of the table has these values, among others. */
    public Changes inserted(String table, String... columns) {
        Map<String, String> expected = columns(columns);
        RowName match = inserted.keySet().stream()
                .filter(name -> name.table().equals(table))
                .filter(name -> inserted.get(name).entrySet().containsAll(expected.entrySet()))
                .findFirst()
                .orElse(null);
        assertThat(match)
                .as("new row of %s with %s, among %s", table, expected, inserted)
                .isNotNull();
        inserted.remove(match);
        return this;
    }

    /** These rows are gone. */
    public Changes deleted(String... rows) {
        for (String row : rows) {
            assertThat(deleted.remove(names.apply(row)))
                    .as("%s before it was deleted", row)
                    .isNotNull();
        }
        return this;
    }

    /** Nothing has changed that was not claimed before. */
    public void andNothingElse() {
        assertThat(updated).as("other changes").isEmpty();
        assertThat(inserted).as("other new rows").isEmpty();
        assertThat(deleted).as("other deleted rows").isEmpty();
    }

    private static Map<String, String> differences(Map<String, String> before, Map<String, String> after) {
        Map<String, String> differences = new LinkedHashMap<>();
        after.forEach((column, value) -> {
            if (!Objects.equals(value, before.get(column))) {
                differences.put(column, value);
            }
        });
        return differences;
    }

    private static Map<String, String> columns(String... columns) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String column : columns) {
            String[] parts = column.split(" ", 2);
            values.put(parts[0], parts[1].equals("null") ? null : parts[1]);
        }
        return values;
    }
}
