package dev.quipu.graphql.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.quipu.graphql.limit.InputBounds;
import dev.quipu.query.RefusedInputException;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Parses the JSON of requests and stops at what would be dear to hold or to calculate with: deep nesting, long lists, endless numbers.
 * A number is measured as text, before it becomes one.
 */
final class BoundedJson {

    private static final JsonProvider VALUES = JsonProvider.provider();
    private static final int LONG_DIGITS = 18;

    private final InputBounds bounds;
    private final JsonFactory parsers;

    BoundedJson(InputBounds bounds) {
        this.bounds = bounds;
        this.parsers = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNumberLength(bounds.numberLengthMax())
                        // for the message of a WebSocket, the request and its variables
                        .maxNestingDepth(bounds.depthMax() + 3)
                        .build())
                .build();
    }

    /**
     * The object that the text denotes.
     *
     * @param what what the text is, for the message
     * @throws HttpRefusedException if it is no JSON object, or beyond a bound
     */
    JsonObject object(String text, String what) {
        try (JsonParser parser = parsers.createParser(text)) {
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_OBJECT) {
                throw HttpRefusedException.badRequest(
                        what + (first == JsonToken.START_ARRAY ? " is a list" : " is no object")
                                + "; send one JSON object: {\"query\": \"{ ... }\"}.");
            }
            JsonObject object = object(parser);
            if (parser.nextToken() != null) {
                throw HttpRefusedException.badRequest(what + " goes on after its end.");
            }
            return object;
        } catch (StreamConstraintsException e) {
            throw HttpRefusedException.badRequest(what + " has more than " + bounds.depthMax()
                    + " objects and lists within each other, or a number or text that is too long.");
        } catch (JsonProcessingException e) {
            throw HttpRefusedException.badRequest(what + " is no JSON" + place(e) + ".");
        } catch (RefusedInputException e) {
            throw HttpRefusedException.badRequest(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String place(JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        return location == null ? "" : ": line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    /** Refuses a text that comes otherwise than in JSON and that no column can hold. */
    void requireStorable(String text) {
        try {
            bounds.requireStorable(text);
        } catch (RefusedInputException e) {
            throw HttpRefusedException.badRequest(String.valueOf(e.getMessage()));
        }
    }

    private JsonObject object(JsonParser parser) throws IOException {
        JsonObjectBuilder object = VALUES.createObjectBuilder();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            bounds.requireStorable(name);
            parser.nextToken();
            object.add(name, value(parser));
        }
        return object.build();
    }

    private JsonValue array(JsonParser parser) throws IOException {
        JsonArrayBuilder array = VALUES.createArrayBuilder();
        int size = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            bounds.requireListSize(++size);
            array.add(value(parser));
        }
        return array.build();
    }

    private JsonValue value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> {
                bounds.requireStorable(parser.getText());
                yield VALUES.createValue(parser.getText());
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getText());
            case VALUE_TRUE -> JsonValue.TRUE;
            case VALUE_FALSE -> JsonValue.FALSE;
            default -> JsonValue.NULL;
        };
    }

    private JsonValue number(String text) {
        bounds.requireNumber(text);
        if (text.indexOf('.') >= 0 || text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
            return VALUES.createValue(new BigDecimal(text));
        }
        return text.length() <= LONG_DIGITS
                ? VALUES.createValue(Long.parseLong(text))
                : VALUES.createValue(new BigInteger(text));
    }
}
