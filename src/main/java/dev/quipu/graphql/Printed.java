package dev.quipu.graphql;

import java.math.BigDecimal;
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

    private static @Nullable Object value(@Nullable Object value) {
        if (value == null || value instanceof Boolean || value instanceof Integer || value instanceof Double) {
            return value;
        }
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }
}
