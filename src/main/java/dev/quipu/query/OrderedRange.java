package dev.quipu.query;

import dev.quipu.model.ToOneAttribute;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A range with the joins that an ordering needs. The joins are outer: an implicit path would drop rows without a parent. */
final class OrderedRange {

    private final Ordering ordering;
    private final Range range;
    private final Statement statement;
    private final Map<List<ToOneAttribute>, String> aliasByPath = new LinkedHashMap<>();
    private final StringBuilder joins = new StringBuilder();

    OrderedRange(Ordering ordering, Range range, Statement statement) {
        this.ordering = ordering;
        this.range = range;
        this.statement = statement;
        aliasByPath.put(List.of(), range.alias());
        ordering.keys().forEach(key -> join(key.path()));
    }

    private void join(List<ToOneAttribute> path) {
        for (int length = 1; length <= path.size(); length++) {
            List<ToOneAttribute> step = path.subList(0, length);
            if (!aliasByPath.containsKey(step)) {
                String parent = aliasByPath.get(step.subList(0, length - 1));
                String alias = statement.name();
                joins.append(" left join ")
                        .append(parent)
                        .append('.')
                        .append(step.get(length - 1).name());
                joins.append(' ').append(alias);
                aliasByPath.put(List.copyOf(step), alias);
            }
        }
    }

    String from() {
        return range.from() + joins;
    }

    /** The path of a key's attribute, or the subquery that measures it. */
    String path(SortKey key) {
        String alias = aliasByPath.get(key.path());
        ElementMeasure measured = key.measured();
        if (measured == null) {
            return alias + "." + key.attribute().name();
        }
        Range elements = statement.range(
                measured.element(), alias + "." + measured.collection().name());
        return measured.measure().of(elements, null);
    }

    /** The ORDER BY. */
    String by(boolean reversed) {
        List<String> keys = new ArrayList<>();
        for (SortKey key : ordering.keys()) {
            keys.add(path(key) + direction(key, reversed));
        }
        return keys.stream().collect(Collectors.joining(", "));
    }

    private static String direction(SortKey key, boolean reversed) {
        boolean ascending = key.direction().ascending() != reversed;
        String direction = ascending ? "" : " desc";
        if (!key.nullable()) {
            return direction;
        }
        boolean nullsFirst = key.direction().nullsFirst() != reversed;
        return direction + (nullsFirst ? " nulls first" : " nulls last");
    }
}
