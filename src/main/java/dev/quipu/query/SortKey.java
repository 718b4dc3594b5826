package dev.quipu.query;

import dev.quipu.model.BasicAttribute;
import dev.quipu.model.ToOneAttribute;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One key of an ordering: an attribute of the row, or of an entity that it refers to.
 *
 * @param path the references that lead to the attribute's entity; empty for the row's own
 */
public record SortKey(List<ToOneAttribute> path, BasicAttribute attribute, SortDirection direction) {

    public SortKey {
        path = List.copyOf(path);
    }

    boolean sameAttribute(SortKey other) {
        return path.equals(other.path) && attribute.equals(other.attribute);
    }

    /** Whether a row can have no value here; a missing reference counts. */
    boolean nullable() {
        return attribute.nullable() || !path.isEmpty();
    }

    /** {@code "customer.username DESC"}. */
    @Override
    public String toString() {
        return Stream.concat(path.stream().map(ToOneAttribute::name), Stream.of(attribute.name()))
                        .collect(Collectors.joining("."))
                + " "
                + direction;
    }
}
