package dev.quipu.mutation;

import dev.quipu.model.BasicAttribute;
import dev.quipu.model.EntityModel;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What identifies one row: its id, or an attribute that is a unique key.
 *
 * @param values the one attribute with a value of its Java type
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

    /** The attribute that names the row. */
    BasicAttribute attribute() {
        String name = values.keySet().iterator().next();
        return (BasicAttribute) Objects.requireNonNull(entity.attribute(name), name);
    }

    /** Its value. */
    Object value() {
        return values.values().iterator().next();
    }

    /** For messages: {@code Order 7}, {@code User with username "alice"}. */
    @Override
    public String toString() {
        Object id = id();
        return entity.name() + (id != null ? " " + id : " with " + values);
    }
}
