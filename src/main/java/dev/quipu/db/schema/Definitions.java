package dev.quipu.db.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Definitions as people write them. PostgreSQL prints them in its own way, and some in another way once they were read again: a check
 * that a text is {@code in} a list changes the place of its casts each time.
 */
final class Definitions {

    private static final String TEXT = "'(?:[^']|'')*'";
    private static final Pattern QUOTED = Pattern.compile(TEXT + "|\"(?:[^\"]|\"\")*\"");
    private static final Pattern CAST = Pattern.compile("^(" + TEXT + ")::(?:character varying|text)$");
    private static final String ELEMENT = "\\(?" + TEXT + "::(?:character varying|text)\\)?(?:::text)?";

    private static final Pattern LIST =
            Pattern.compile("(?:\\((\\w+|\"[^\"]+\")\\)::text|(\\w+|\"[^\"]+\")) = any \\(\\(?array\\[(" + ELEMENT
                    + "(?:, " + ELEMENT + ")*)](?:\\)?::text\\[])?\\)");

    private Definitions() {}

    /** Of a constraint or an index. */
    static String readable(String printed) {
        String lower = lower(printed).replaceFirst("^using btree ", "");
        String listed = LIST.matcher(lower).replaceAll(Definitions::list);
        return sorted(withoutParentheses(listed));
    }

    /** Of two conditions Hibernate takes another one first each time it starts. */
    private static String sorted(String definition) {
        String start = "check (";
        if (!definition.startsWith(start) || !definition.endsWith(")")) {
            return definition;
        }
        String conditions = definition.substring(start.length(), definition.length() - 1);
        return parts(conditions).stream().sorted().collect(Collectors.joining(" and ", start, ")"));
    }

    /** What {@code and} joins, outside parentheses. */
    private static List<String> parts(String conditions) {
        String blank = blank(conditions);
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int begin = 0;
        for (int i = 0; i < blank.length(); i++) {
            depth += blank.charAt(i) == '(' ? 1 : blank.charAt(i) == ')' ? -1 : 0;
            if (depth == 0 && blank.startsWith(" and ", i)) {
                parts.add(conditions.substring(begin, i));
                begin = i + " and ".length();
            }
        }
        parts.add(conditions.substring(begin));
        return parts;
    }

    /** Without what stands in quotes, at the same places. */
    private static String blank(String text) {
        return QUOTED.matcher(text)
                .replaceAll(quoted -> "x".repeat(quoted.group().length()));
    }

    /** Of a type. Times have six digits of seconds if nobody says so. */
    static String type(String printed) {
        return printed.replace("character varying", "varchar").replaceFirst("^(timestamp|time) with", "$1(6) with");
    }

    /** Of a default. */
    static String value(String printed) {
        return CAST.matcher(printed).replaceFirst("$1");
    }

    /** Names that need capitals are in quotes. */
    private static String lower(String printed) {
        StringBuilder lower = new StringBuilder();
        Matcher quoted = QUOTED.matcher(printed);
        int end = 0;
        for (; quoted.find(); end = quoted.end()) {
            lower.append(printed.substring(end, quoted.start()).toLowerCase(Locale.ROOT));
            lower.append(quoted.group());
        }
        return lower.append(printed.substring(end).toLowerCase(Locale.ROOT)).toString();
    }

    private static String list(MatchResult match) {
        String column = match.group(1) == null ? match.group(2) : match.group(1);
        String values =
                match.group(3).replaceAll("\\(?(" + TEXT + ")::(?:character varying|text)\\)?(?:::text)?", "$1");
        return Matcher.quoteReplacement(column + " in (" + values + ")");
    }

    /** {@code check ((a > 0))} without the second pair. */
    private static String withoutParentheses(String definition) {
        String start = "check ((";
        if (definition.startsWith(start) && definition.endsWith("))") && closes(definition, start.length() - 1)) {
            return withoutParentheses("check (" + definition.substring(start.length(), definition.length() - 1));
        }
        return definition;
    }

    /** Whether the parenthesis that opens there closes before the last character. */
    private static boolean closes(String definition, int opening) {
        String blank = blank(definition);
        int depth = 0;
        for (int i = opening; i < blank.length(); i++) {
            depth += blank.charAt(i) == '(' ? 1 : blank.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return i == blank.length() - 2;
            }
        }
        return false;
    }
}
