package dev.quipu.db.reverse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A column's default as an expression of Java. */
final class InitialValue {

    private static final Pattern NUMBER = Pattern.compile("\\(?'?(-?[0-9]+(?:\\.[0-9]+)?)'?\\)?(?:::[a-z ]+)?");
    private static final Pattern TEXT = Pattern.compile("'((?:[^']|'')*)'(?:::.+)?");
    private static final Pattern NOW =
            Pattern.compile("now\\(\\)|CURRENT_TIMESTAMP|LOCALTIMESTAMP|transaction_timestamp\\(\\)");

    private InitialValue() {}

    /**
     * Null if Java cannot say it.
     *
     * @param type the Java type, with its package
     */
    static @Nullable String of(String type, boolean isEnum, String expression, Imports imports) {
        Matcher number = NUMBER.matcher(expression);
        Matcher text = TEXT.matcher(expression);
        if (isEnum) {
            return text.matches() ? type + "." + text.group(1) : null;
        }
        return switch (type) {
            case "java.lang.Boolean" -> expression.equals("true") || expression.equals("false") ? expression : null;
            case "java.lang.Short", "java.lang.Integer" -> number.matches() ? number.group(1) : null;
            case "java.lang.Long" -> number.matches() ? number.group(1) + "L" : null;
            case "java.lang.Float" -> number.matches() ? number.group(1) + "F" : null;
            case "java.lang.Double" -> number.matches() ? number.group(1) + "D" : null;
            case "java.math.BigDecimal" ->
                number.matches() ? "new " + imports.type(type) + "(\"" + number.group(1) + "\")" : null;
            case "java.lang.String" -> text(expression, text, imports);
            case "java.time.Instant" -> NOW.matcher(expression).matches() ? imports.type(type) + ".now()" : null;
            case "java.time.LocalDate" ->
                expression.equals("CURRENT_DATE")
                        ? imports.type(type) + ".now(" + imports.type("java.time.ZoneOffset") + ".UTC)"
                        : null;
            default -> null;
        };
    }

    private static @Nullable String text(String expression, Matcher text, Imports imports) {
        if (expression.equals("gen_random_uuid()")) {
            return imports.type("java.util.UUID") + ".randomUUID().toString()";
        }
        return text.matches() ? JavaNames.literal(text.group(1).replace("''", "'")) : null;
    }
}
