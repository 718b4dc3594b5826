package dev.quipu.db.reverse;

import dev.quipu.db.reverse.StoredTable.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Those checks of one column that Java can say too: a range of whole numbers, a list of texts. */
final class ColumnChecks {

    private static final Pattern LIST =
            Pattern.compile("\\(?\\(?(\"?[^\"() ]+\"?)\\)?(?:::text)? = ANY \\(+ARRAY\\[(.*?)\\].*");
    /** A restored database says {@code ('active'::character varying)::text} for {@code 'active'::character varying}. */
    private static final Pattern ELEMENT =
            Pattern.compile("\\(?'((?:[^']|'')*)'(?:::[a-z ]+(?:\\([0-9]+\\))?)?(?:\\)::text)?(?:, )?");

    private static final Pattern BOUND = Pattern.compile("(\"?[^\" ]+\"?) (>=|<=) (-?[0-9]+)");
    private static final Pattern CAST_NUMBER = Pattern.compile("[('](-?[0-9]+)[)']::[a-z]+(?: precision)?");

    private ColumnChecks() {}

    /** The texts that the column is restricted to; null if it is not. */
    static @Nullable List<String> labels(StoredColumn column, StoredTable table) {
        return table.checks().stream()
                .map(check -> labels(column, check))
                .filter(labels -> labels != null)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable List<String> labels(StoredColumn column, Check check) {
        Matcher list = LIST.matcher(check.expression());
        if (!list.matches() || !list.group(1).equals(column.name().sql())) {
            return null;
        }
        List<String> labels = new ArrayList<>();
        Matcher element = ELEMENT.matcher(list.group(2));
        int end = 0;
        while (element.find() && element.start() == end) {
            labels.add(element.group(1).replace("''", "'"));
            end = element.end();
        }
        return end == list.group(2).length() ? labels : null;
    }

    /** The bounds that checks set: {@code {Min=0, Max=5}}, with the names of their annotations. */
    static Map<String, String> bounds(StoredColumn column, StoredTable table) {
        Map<String, String> bounds = new TreeMap<>((one, other) -> other.compareTo(one));
        table.checks().forEach(check -> bounds.putAll(bounds(column, check)));
        return bounds;
    }

    private static Map<String, String> bounds(StoredColumn column, Check check) {
        String expression = CAST_NUMBER
                .matcher(check.expression())
                .replaceAll("$1")
                .replace("(", "")
                .replace(")", "");
        Map<String, String> bounds = new TreeMap<>();
        for (String part : expression.split(" AND ")) {
            Matcher bound = BOUND.matcher(part);
            if (!bound.matches() || !bound.group(1).equals(column.name().sql())) {
                return Map.of();
            }
            bounds.put(bound.group(2).equals(">=") ? "Min" : "Max", bound.group(3));
        }
        return bounds;
    }

    /** Whether an annotation of an attribute says all that the check says. */
    static boolean isSaid(Check check, StoredTable table) {
        return table.columns().stream().anyMatch(column -> {
            List<String> labels = labels(column, check);
            return (labels != null && JavaNames.areConstants(labels))
                    || !bounds(column, check).isEmpty();
        });
    }
}
