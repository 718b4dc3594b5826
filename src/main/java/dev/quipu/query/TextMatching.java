package dev.quipu.query;

/** Parts of a text, and patterns with {@code %} and {@code _}. */
final class TextMatching {

    private TextMatching() {}

    static String contains(Comparand it) {
        return matches(it, " like ", "%" + verbatim(it) + "%");
    }

    static String startsWith(Comparand it) {
        return matches(it, " like ", verbatim(it) + "%");
    }

    static String endsWith(Comparand it) {
        return matches(it, " like ", "%" + verbatim(it));
    }

    static String equalInAnyCase(Comparand it) {
        return matches(it, " ilike ", verbatim(it));
    }

    static String containsInAnyCase(Comparand it) {
        return matches(it, " ilike ", "%" + verbatim(it) + "%");
    }

    static String startsInAnyCase(Comparand it) {
        return matches(it, " ilike ", verbatim(it) + "%");
    }

    static String endsInAnyCase(Comparand it) {
        return matches(it, " ilike ", "%" + verbatim(it));
    }

    static String like(Comparand it) {
        return matches(it, " like ", pattern(it));
    }

    static String notLike(Comparand it) {
        return matches(it, " not like ", pattern(it));
    }

    static String likeInAnyCase(Comparand it) {
        return matches(it, " ilike ", pattern(it));
    }

    static String notLikeInAnyCase(Comparand it) {
        return matches(it, " not ilike ", pattern(it));
    }

    private static String matches(Comparand it, String operator, String pattern) {
        return it.path() + operator + it.bind(pattern) + " escape '\\'";
    }

    /** A client's own pattern; a backslash takes the meaning from what follows, so something has to follow. */
    private static String pattern(Comparand it) {
        String pattern = (String) it.operand();
        int trailing = pattern.length() - pattern.replaceAll("\\\\+$", "").length();
        if (trailing % 2 == 1) {
            throw new RefusedInputException(
                    "pattern \"" + pattern + "\" ends in a single backslash; double it to mean one.");
        }
        return pattern;
    }

    /** The text as a pattern that matches nothing but itself. */
    private static String verbatim(Comparand it) {
        return ((String) it.operand()).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
