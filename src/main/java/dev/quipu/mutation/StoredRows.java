package dev.quipu.mutation;

import dev.quipu.model.BasicAttribute;
import dev.quipu.model.EntityModel;
import dev.quipu.query.Condition;
import dev.quipu.query.Operator;
import dev.quipu.query.RowSearch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the database that an operation names. The first key that is asked for brings along all others of its kind that the
 * operation will ask for, in one statement.
 */
final class StoredRows {

    /** An attribute by which rows are named. */
    private record Naming(String entity, String attribute) {}

    private final Attempt attempt;
    private final RowState state;
    private final Map<Naming, Map<Object, Object>> rows = new HashMap<>();

    StoredRows(Attempt attempt, RowState state) {
        this.attempt = attempt;
        this.state = state;
    }

    /**
     * The row that the database has under that key, managed; null if there is none. By now it may have another key in memory, or be
     * removed.
     */
    @Nullable
    Object find(RowKey key) {
        BasicAttribute attribute = key.attribute();
        return rows.computeIfAbsent(new Naming(key.entity().name(), attribute.name()), naming -> read(key))
                .get(key.value());
    }

    /** Asks the database anew from now on. */
    void forget() {
        rows.clear();
    }

    private Map<Object, Object> read(RowKey first) {
        EntityModel entity = first.entity();
        BasicAttribute attribute = first.attribute();
        NamedKeys named = new NamedKeys(attempt.access());
        List<Object> values = Stream.concat(
                        Stream.of(first), attempt.commands().stream().flatMap(named::of))
                .filter(key -> key.entity().equals(entity) && key.attribute().equals(attribute))
                .map(RowKey::value)
                .distinct()
                .toList();
        Condition condition = values.size() > 1
                ? new Condition.Compare(attribute, Operator.IN, values)
                : new Condition.Compare(attribute, Operator.EQ, first.value());
        Map<Object, Object> found = new HashMap<>();
        for (Object row : new RowSearch(attempt.session(), entity, condition, attempt.access()).entities()) {
            Object value =
                    attribute.equals(entity.id()) ? state.id(entity, row) : state.get(entity, row, attribute.name());
            if (value != null) {
                found.put(value, row);
            }
        }
        return found;
    }
}
