package dev.quipu.query;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What each operator means, written down once more as simply as can be. */
final class NaiveOperators {

    private NaiveOperators() {}

    /** Whether the value compares so with the operand; null where SQL does not know. */
    @SuppressWarnings("unchecked")
    static @Nullable Boolean holds(Operator operator, @Nullable Comparable<Object> value, Object operand) {
        if (operator == Operator.IS_NULL) {
            return (value == null) == operand.equals(true);
        }
        if (value == null) {
            // a comparison with no value at all is known to be false
            return operand.equals(List.of()) ? (Boolean) (operator == Operator.NOT_IN) : null;
        }
        String text = value.toString();
        String wanted = operand.toString();
        return switch (operator) {
            case EQ -> value.compareTo(operand) == 0;
            case NEQ -> value.compareTo(operand) != 0;
            case IN -> ((List<Object>) operand).stream().anyMatch(one -> value.compareTo(one) == 0);
            case NOT_IN -> ((List<Object>) operand).stream().noneMatch(one -> value.compareTo(one) == 0);
            case GT -> value.compareTo(operand) > 0;
            case GTE -> value.compareTo(operand) >= 0;
            case LT -> value.compareTo(operand) < 0;
            case LTE -> value.compareTo(operand) <= 0;
            case BETWEEN -> between(value, (Between) operand);
            case NOT_BETWEEN -> !between(value, (Between) operand);
            case CONTAINS -> text.contains(wanted);
            case STARTS_WITH -> text.startsWith(wanted);
            case ENDS_WITH -> text.endsWith(wanted);
            case I_EQ -> lower(text).equals(lower(wanted));
            case I_CONTAINS -> lower(text).contains(lower(wanted));
            case I_STARTS_WITH -> lower(text).startsWith(lower(wanted));
            case I_ENDS_WITH -> lower(text).endsWith(lower(wanted));
            case LIKE -> like(text, wanted);
            case NOT_LIKE -> !like(text, wanted);
            case I_LIKE -> like(lower(text), lower(wanted));
            case NOT_I_LIKE -> !like(lower(text), lower(wanted));
            default -> throw new IllegalArgumentException(operator.toString());
        };
    }

    static int compare(SortDirection direction, @Nullable Comparable<Object> one, @Nullable Comparable<Object> other) {
        if (one == null || other == null) {
            int presence = Boolean.compare(one != null, other != null);
            return direction.nullsFirst() ? presence : -presence;
        }
        return direction.ascending() ? one.compareTo(other) : other.compareTo(one);
    }

    private static boolean between(Comparable<Object> value, Between bounds) {
        return value.compareTo(bounds.lower()) >= 0 && value.compareTo(bounds.upper()) <= 0;
    }

    private static boolean like(String text, String pattern) {
        StringBuilder regex = new StringBuilder();
        for (int n = 0; n < pattern.length(); n++) {
            char letter = pattern.charAt(n);
            if (letter == '\\') {
                n++;
                regex.append(Pattern.quote(pattern.substring(n, n + 1)));
            } else {
                regex.append(letter == '%' ? ".*" : letter == '_' ? "." : Pattern.quote(String.valueOf(letter)));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(text).matches();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
