package dev.quipu.graphql.http;

import dev.quipu.graphql.ErrorCode;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Reads what a request asks, by POST or by GET, as the JSON object that a POST has. */
final class RequestReader {

    private static final List<String> TEXTS = List.of("query", "operationName");
    private static final List<String> OBJECTS = List.of("variables", "extensions");

    private final BoundedJson json;

    RequestReader(BoundedJson json) {
        this.json = json;
    }

    /**
     * Refuses every body but JSON: a page elsewhere may have a browser send forms and plain texts, cookies included, without asking
     * us.
     */
    static void requireJson(MultiMap headers) {
        String type = headers.get(HttpHeaders.CONTENT_TYPE);
        if (type == null || !isJson(type)) {
            throw new HttpRefusedException(
                    415,
                    ErrorCode.BAD_USER_INPUT,
                    "The body is " + (type == null ? "of no Content-Type" : "\"" + type + "\"")
                            + "; send Content-Type: application/json, in UTF-8.");
        }
        String encoding = headers.get(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new HttpRefusedException(
                    415,
                    ErrorCode.BAD_USER_INPUT,
                    "The body has Content-Encoding \"" + encoding + "\"; send it as it is.");
        }
    }

    private static boolean isJson(String contentType) {
        String[] parts = contentType.toLowerCase(Locale.ROOT).replace("\"", "").split(";");
        if (parts.length == 0 || !parts[0].strip().equals("application/json")) {
            return false;
        }
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip();
            if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
                return false;
            }
        }
        return true;
    }

    /** The request in a POST's body. */
    JsonObject body(Buffer body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body.getBytes()))
                    .toString();
            return json.object(text, "The body");
        } catch (CharacterCodingException e) {
            throw HttpRefusedException.badRequest("The body is not in UTF-8.");
        }
    }

    /** The request in a GET's parameters. */
    JsonObject parameters(MultiMap parameters) {
        JsonObjectBuilder request = JsonProvider.provider().createObjectBuilder();
        for (String name : TEXTS) {
            String value = only(name, parameters);
            if (!value.isEmpty()) {
                json.requireStorable(value);
                request.add(name, value);
            }
        }
        for (String name : OBJECTS) {
            String value = only(name, parameters);
            if (!value.isEmpty() && !value.equals("null")) {
                request.add(name, json.object(value, "The parameter \"" + name + "\""));
            }
        }
        return request.build();
    }

    private static String only(String name, MultiMap parameters) {
        List<String> values = parameters.getAll(name);
        if (values.size() > 1) {
            throw HttpRefusedException.badRequest("The parameter \"" + name + "\" is given more than once.");
        }
        return values.isEmpty() ? "" : values.get(0);
    }
}
