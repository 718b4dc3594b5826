package dev.quipu.mutation;

import com.fasterxml.jackson.databind.JsonNode;

/** Questions about text. */
final class Texts {

    private Texts() {}

    /** The name with its article: {@code an Order}. */
    static String withArticle(String name) {
        return ("AEIO".indexOf(name.charAt(0)) < 0 ? "a " : "an ") + name;
    }

    /** The position of the first char that PostgreSQL does not store, U+0000 or half a surrogate pair; or -1. */
    static int unstorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return i;
            }
            if (Character.isHighSurrogate(c)) {
                if (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }

    /** Whether PostgreSQL stores every text in a JSON value, the names of its fields included. */
    static boolean storable(JsonNode json) {
        if (json.isTextual()) {
            return unstorable(json.textValue()) < 0;
        }
        for (var field : json.properties()) {
            if (unstorable(field.getKey()) >= 0) {
                return false;
            }
        }
        for (JsonNode element : json) {
            if (!storable(element)) {
                return false;
            }
        }
        return true;
    }
}
