package dev.quipu.graphql;

import dev.quipu.model.BasicAttribute;
import dev.quipu.model.BasicAttribute.Format;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values within an error, as the API prints them elsewhere. */
final class Printed {

    private Printed() {}

    static Map<String, @Nullable Object> values(Map<String, ? extends @Nullable Object> values) {
        Map<String, @Nullable Object> printed = new LinkedHashMap<>();
        values.forEach((name, value) -> printed.put(name, value(value)));
        return Collections.unmodifiableMap(printed);
    }

    /** A value of an attribute. */
    static @Nullable Object value(BasicAttribute attribute, @Nullable Object value) {
        if (value instanceof byte[] bytes) {
            return Base64.getEncoder().encodeToString(bytes);
        } else if (value instanceof OffsetDateTime time) {
            return time.toInstant().toString();
        } else if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        boolean plain = value instanceof Short || value instanceof Float || attribute.format() == Format.JSON;
        return plain ? value : value(value);
    }

    private static @Nullable Object value(@Nullable Object value) {
        if (value == null || value instanceof Boolean || value instanceof Integer || value instanceof Double) {
            return value;
        }
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }
}
