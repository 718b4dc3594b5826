package dev.quipu.mutation;

import dev.quipu.model.BasicAttribute;
import dev.quipu.model.EntityModel;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Unique values that rows of an operation have given up. The database does not know before a flush, and Hibernate writes new rows
 * first; so who takes such a value flushes before.
 */
final class GivenUp {

    private record Value(String entity, String attribute, String text) {}

    private final Set<Value> values = new HashSet<>();

    void add(EntityModel entity, BasicAttribute attribute, @Nullable Object value) {
        if (value != null) {
            values.add(new Value(entity.name(), attribute.name(), value.toString()));
        }
    }

    boolean contains(EntityModel entity, String attribute, @Nullable Object value) {
        return value != null && values.contains(new Value(entity.name(), attribute, value.toString()));
    }

    /** The database knows by now. */
    void clear() {
        values.clear();
    }
}
