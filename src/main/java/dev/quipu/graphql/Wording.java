package dev.quipu.graphql;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Messages of graphql-java without the names of its classes, nor of Java's, and not too long. */
final class Wording {

    /** A message may quote a name that is as long as the request. */
    private static final int LENGTH_MAX = 400;

    private static final Pattern LITERAL = Pattern.compile("\\w+Value\\{(?:value|name)='?([^{}]*?)'?}");
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("Map", "object"),
            Map.entry("HashMap", "object"),
            Map.entry("LinkedHashMap", "object"),
            Map.entry("ObjectValue", "object"),
            Map.entry("ArrayList", "list"),
            Map.entry("ArrayValue", "list"),
            Map.entry("BigDecimal", "number"),
            Map.entry("BigInteger", "number"),
            Map.entry("Integer", "number"),
            Map.entry("IntValue", "number"),
            Map.entry("FloatValue", "number"),
            Map.entry("BooleanValue", "boolean"),
            Map.entry("StringValue", "string"),
            Map.entry("EnumValue", "name"),
            Map.entry("NullValue", "null"));
    private static final Pattern CLASS = Pattern.compile("'(" + String.join("|", KINDS.keySet()) + ")'");

    private Wording() {}

    static String plain(String message) {
        String values = LITERAL.matcher(shortened(message)).replaceAll("$1");
        return CLASS.matcher(values).replaceAll((MatchResult name) -> KINDS.get(name.group(1)));
    }

    private static String shortened(String message) {
        return message.length() <= LENGTH_MAX ? message : message.substring(0, LENGTH_MAX) + "...";
    }
}
