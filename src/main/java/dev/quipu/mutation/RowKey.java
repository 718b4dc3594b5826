package dev.quipu.mutation;

import dev.quipu.model.EntityModel;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What identifies one row: its id, or the attributes of a unique key.
 *
 * @param values the key's attributes with values of their Java types
 */
public record RowKey(EntityModel entity, Map<String, Object> values, InputPath path) {

    public RowKey {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public static RowKey ofId(EntityModel entity, Object id, InputPath path) {
        return new RowKey(entity, Map.of(entity.id().name(), id), path);
    }

    /** The id, or null if this is another unique key. */
    public @Nullable Object id() {
        return values.get(entity.id().name());
    }

    /** For messages: {@code Order 7}, {@code User with username "alice"}. */
    @Override
    public String toString() {
        Object id = id();
        return entity.name() + (id != null ? " " + id : " with " + values);
    }
}
