package dev.quipu.graphql;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import jakarta.json.JsonNumber;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A finished part of a response, which nobody looks into any more. It calls itself a number because the writer of the response
 * copies the text of numbers as it is.
 *
 * <pre>{@code new Json("{\"id\" : \"7\"}")}</pre>
 */
public record Json(String text) implements JsonNumber {

    private static final JsonFactory PARSERS = new JsonFactory();

    /** The text, or null for null. */
    public static @Nullable Json orNull(@Nullable String text) {
        return text == null ? null : new Json(text);
    }

    /** An object of finished parts; null stands for null. Keys are response keys, which need no escaping. */
    public static Json object(Map<String, @Nullable Json> parts) {
        StringBuilder text = new StringBuilder("{");
        parts.forEach((key, value) -> text.append(text.length() == 1 ? "" : ", ")
                .append('"')
                .append(key)
                .append("\" : ")
                .append(value));
        return new Json(text.append('}').toString());
    }

    /** A text of ids and names, in which nothing needs escaping but quotes. */
    public static Json name(String plain) {
        return new Json('"' + plain.replace("\\", "\\\\").replace("\"", "\\\"") + '"');
    }

    /** An array of finished elements. */
    public static Json array(List<String> elements) {
        return new Json('[' + String.join(", ", elements) + ']');
    }

    /** The parts of an object, each finished. */
    public Map<String, @Nullable Object> parts() {
        Map<String, @Nullable Object> parts = new LinkedHashMap<>();
        try (JsonParser parser = PARSERS.createParser(text)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String key = parser.currentName();
                boolean absent = parser.nextToken() == JsonToken.VALUE_NULL;
                int from = (int) parser.currentTokenLocation().getCharOffset();
                parser.skipChildren();
                parser.finishToken();
                int to = (int) parser.currentLocation().getCharOffset();
                parts.put(key, absent ? null : new Json(text.substring(from, to)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    /** What the writer writes. */
    @Override
    public String toString() {
        return text;
    }

    @Override
    public ValueType getValueType() {
        return ValueType.NUMBER;
    }

    @Override
    public boolean isIntegral() {
        throw noNumber();
    }

    @Override
    public int intValue() {
        throw noNumber();
    }

    @Override
    public int intValueExact() {
        throw noNumber();
    }

    @Override
    public long longValue() {
        throw noNumber();
    }

    @Override
    public long longValueExact() {
        throw noNumber();
    }

    @Override
    public BigInteger bigIntegerValue() {
        throw noNumber();
    }

    @Override
    public BigInteger bigIntegerValueExact() {
        throw noNumber();
    }

    @Override
    public double doubleValue() {
        throw noNumber();
    }

    @Override
    public BigDecimal bigDecimalValue() {
        throw noNumber();
    }

    private static UnsupportedOperationException noNumber() {
        return new UnsupportedOperationException("finished JSON is only written, never read");
    }
}
