package dev.quipu.graphql;

import java.util.regex.Pattern;

/** Messages of graphql-java without the names of its classes. */
final class Wording {

    private static final Pattern LITERAL = Pattern.compile("\\w+Value\\{(?:value|name)='?([^{}]*?)'?}");

    private Wording() {}

    static String plain(String message) {
        return LITERAL.matcher(message).replaceAll("$1");
    }
}
