package dev.quipu.graphql;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Messages of graphql-java without the names of its classes, nor of Java's, and not too long. */
final class Wording {

    /** A message may quote a name that is as long as the request. */
    private static final int LENGTH_MAX = 400;

    /** What is read of a message at most; the rest is the client's own text. */
    private static final int READ_MAX = 4000;

    /** Braces within a client's texts, until graphql-java's own are gone. */
    private static final char OPEN = '\uE000';

    private static final char CLOSE = '\uE001';

    private static final Pattern TEXT = Pattern.compile("StringValue\\{value='(.*?)'}", Pattern.DOTALL);
    private static final Pattern PART = Pattern.compile("(\\w+)(Value|Field|Reference)\\{([^{}]*)}");
    private static final Pattern CUT_PART = Pattern.compile("\\w+(?:Value|Field|Reference)\\{.*", Pattern.DOTALL);
    private static final Pattern NAMED = Pattern.compile("name='(\\w*)'(?:, value=(.*))?", Pattern.DOTALL);
    private static final Pattern JAVA_CLASS =
            Pattern.compile("(?:class )?\\b(?:java|jakarta|graphql)\\.(?:\\w+\\.)+(\\w+)");
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
            Map.entry("Long", "number"),
            Map.entry("Double", "number"),
            Map.entry("String", "string"),
            Map.entry("Boolean", "boolean"),
            Map.entry("IntValue", "number"),
            Map.entry("FloatValue", "number"),
            Map.entry("BooleanValue", "boolean"),
            Map.entry("StringValue", "string"),
            Map.entry("EnumValue", "name"),
            Map.entry("NullValue", "null"));
    private static final Pattern CLASS = Pattern.compile("'(" + String.join("|", KINDS.keySet()) + ")'");

    private Wording() {}

    static String plain(String message) {
        String values = literals(shortened(message, READ_MAX))
                .replace("with ANTLR error", "with error")
                .replace("an AST type of ", "a ")
                .replace("To prevent Denial Of Service attacks, parsing has been cancelled.", "Send less at a time.");
        String kinds = CLASS.matcher(values).replaceAll((MatchResult name) -> KINDS.get(name.group(1)));
        return shortened(
                JAVA_CLASS.matcher(kinds).replaceAll(name -> KINDS.getOrDefault(name.group(1), "value")), LENGTH_MAX);
    }

    /** Values of the document as the document has them: {@code ObjectValue{..}} becomes <code>{name: "x"}</code>. */
    private static String literals(String message) {
        String before = TEXT.matcher(message)
                .replaceAll(text -> Matcher.quoteReplacement(
                        '"' + text.group(1).replace('{', OPEN).replace('}', CLOSE) + '"'));
        String after = replaceParts(before);
        while (!after.equals(before)) {
            before = after;
            after = replaceParts(before);
        }
        return CUT_PART.matcher(after).replaceAll("...").replace(OPEN, '{').replace(CLOSE, '}');
    }

    private static String replaceParts(String message) {
        return PART.matcher(message)
                .replaceAll(part -> Matcher.quoteReplacement(literal(part.group(1) + part.group(2), part.group(3))));
    }

    private static String literal(String node, String content) {
        Matcher named = NAMED.matcher(content);
        String name = named.matches() ? named.group(1) : "";
        return switch (node) {
            case "ObjectField" -> name + ": " + named.group(2);
            case "VariableReference" -> "$" + name;
            case "EnumValue" -> name;
            case "NullValue" -> "null";
            case "ObjectValue" -> OPEN + within(content) + CLOSE;
            case "ArrayValue" -> '[' + within(content) + ']';
            default -> content.replaceFirst("^value=", "");
        };
    }

    /** Of {@code values=[..]}, what stands in the brackets. */
    private static String within(String list) {
        int begin = list.indexOf('[') + 1;
        return list.endsWith("]") ? list.substring(begin, list.length() - 1) : list;
    }

    private static String shortened(String message, int length) {
        return message.length() <= length ? message : message.substring(0, length) + "...";
    }
}
