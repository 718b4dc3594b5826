package dev.quipu.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a cursor back into the values of its ordering's keys. */
final class Cursor {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Cursor() {}

    /**
     * The values, one for each key of the ordering.
     *
     * @throws RefusedInputException if the text is no cursor of this ordering
     */
    static List<@Nullable Object> decode(String cursor, Ordering ordering) {
        JsonNode parts = parse(cursor);
        if (!parts.path(0).asText().equals(ordering.fingerprint())
                || parts.size() != ordering.keys().size() + 1) {
            throw new RefusedInputException("cursor \"" + cursor
                    + "\" belongs to another ordering; use cursors only with the orderBy that they were read with.");
        }
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < ordering.keys().size(); i++) {
            values.add(value(cursor, ordering.keys().get(i), parts.get(i + 1)));
        }
        return values;
    }

    private static JsonNode parse(String cursor) {
        try {
            JsonNode parts = JSON.readTree(Base64.getDecoder().decode(cursor));
            if (parts.isArray()) {
                return parts;
            }
        } catch (IllegalArgumentException | IOException e) {
            throw foreign(cursor, e);
        }
        throw foreign(cursor, null);
    }

    private static @Nullable Object value(String cursor, SortKey key, JsonNode value) {
        if (value.isNull() && key.nullable()) {
            return null;
        }
        try {
            return Operands.convert(key.attribute(), plain(key, value.asText()));
        } catch (RuntimeException e) {
            throw foreign(cursor, e);
        }
    }

    private static Object plain(SortKey key, String text) {
        return switch (Objects.requireNonNull(ValueKind.of(key.attribute()))) {
            case TEXT, JSON, BYTES -> text;
            case INT -> Integer.valueOf(text);
            case BIG_INT -> Long.valueOf(text);
            case FLOAT -> Double.valueOf(text);
            case DECIMAL -> new BigDecimal(text);
            case BOOLEAN -> Boolean.valueOf(text);
            case DATE -> LocalDate.parse(text);
            case DATE_TIME -> Instant.parse(text);
            case ENUM -> Operands.constant(key.attribute(), text);
        };
    }

    private static RefusedInputException foreign(String cursor, @Nullable Exception cause) {
        String message = "cursor \"" + cursor + "\" was not given out by this API; use one from edges or pageInfo.";
        return cause == null ? new RefusedInputException(message) : new RefusedInputException(message, cause);
    }
}
