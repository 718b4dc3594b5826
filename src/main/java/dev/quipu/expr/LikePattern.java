package dev.quipu.expr;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** SQL's LIKE: {@code %} stands for any text, {@code _} for one character. */
final class LikePattern {

    private LikePattern() {}

    /** Null if an operand is; Hibernate renders LIKE without an escape character unless one is given. */
    static @Nullable Boolean matches(
            @Nullable String text, @Nullable String pattern, @Nullable String escape, boolean caseSensitive) {
        if (text == null || pattern == null) {
            return null;
        }
        int flags = Pattern.DOTALL | (caseSensitive ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        return Pattern.compile(regex(pattern, escape), flags).matcher(text).matches();
    }

    private static String regex(String pattern, @Nullable String escape) {
        StringBuilder regex = new StringBuilder();
        boolean escaped = false;
        for (int codePoint : pattern.codePoints().toArray()) {
            String character = Character.toString(codePoint);
            if (!escaped && character.equals(escape)) {
                escaped = true;
                continue;
            }
            if (escaped || (codePoint != '%' && codePoint != '_')) {
                regex.append(Pattern.quote(character));
            } else {
                regex.append(codePoint == '%' ? ".*" : ".");
            }
            escaped = false;
        }
        return regex.toString();
    }
}
