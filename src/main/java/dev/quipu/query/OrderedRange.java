package dev.quipu.query;

import dev.quipu.model.ToOneAttribute;
import dev.quipu.security.ForbiddenException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A range with the joins that an ordering needs. The joins are outer: an implicit path would drop rows without a parent. */
final class OrderedRange {

    private final Ordering ordering;
    private final Range range;
    private final Permissions permissions;
    private final Statement statement;
    private final Map<List<ToOneAttribute>, Row> rowByPath = new LinkedHashMap<>();
    private final StringBuilder joins = new StringBuilder();

    OrderedRange(Ordering ordering, Range range, Statement statement) {
        this.ordering = ordering;
        this.range = range;
        this.permissions = statement.permissions();
        this.statement = statement;
        rowByPath.put(List.of(), new Row(range.entity().name(), range.alias()));
        ordering.keys().forEach(key -> join(key.path()));
    }

    /** The row itself, or one that it refers to. */
    private record Row(String entity, String alias) {}

    private void join(List<ToOneAttribute> path) {
        for (int length = 1; length <= path.size(); length++) {
            List<ToOneAttribute> step = path.subList(0, length);
            if (!rowByPath.containsKey(step)) {
                Row parent = row(step.subList(0, length - 1));
                rowByPath.put(List.copyOf(step), join(parent, step.get(length - 1)));
            }
        }
    }

    private Row join(Row parent, ToOneAttribute reference) {
        Row target = new Row(reference.target(), statement.name());
        String on = Stream.of(
                        permissions.reading(parent.entity(), reference.name(), parent.alias()),
                        permissions.readable(target.entity(), target.alias()))
                .filter(predicate -> predicate != null)
                .collect(Collectors.joining(" and "));
        joins.append(" left join ").append(parent.alias()).append('.').append(reference.name());
        joins.append(' ').append(target.alias()).append(on.isEmpty() ? "" : " on " + on);
        return target;
    }

    private Row row(List<ToOneAttribute> path) {
        Row row = rowByPath.get(path);
        if (row == null) {
            throw new IllegalArgumentException("the ordering has no " + path);
        }
        return row;
    }

    /** The rows that meet all conditions, with what the ordering needs. */
    String rows(List<String> conditions) {
        return range.rows(joins.toString(), conditions);
    }

    /**
     * The path of a key's attribute, or the subquery that measures it.
     *
     * @throws ForbiddenException if rows would be ordered by what may be read in some of them only, where a cursor knows no null
     */
    String path(SortKey key) {
        Row row = row(key.path());
        ElementMeasure measured = key.measured();
        if (measured != null) {
            String source = row.alias() + "." + measured.collection().name();
            Range elements = permissions.elements(measured.collection(), measured.element(), source);
            return measured.measure().of(elements, null);
        }
        String path = permissions.path(row.entity(), key.attribute(), row.alias());
        if (!key.nullable() && permissions.reading(row.entity(), key.attribute().name(), row.alias()) != null) {
            throw new ForbiddenException(
                    "Ordering by " + row.entity() + "." + key.attribute().name());
        }
        return path;
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
