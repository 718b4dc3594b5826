package dev.quipu.query;

import dev.quipu.model.BasicAttribute;
import dev.quipu.model.ToOneAttribute;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One key of an ordering: an attribute of the row, or of an entity that it refers to, or what the elements of a collection come to.
 *
 * @param path the references that lead to the attribute's entity; empty for the row's own
 * @param measured what is measured of a collection there, if it is no plain attribute
 * @param attribute the attribute, or the description of what is measured
 */
public record SortKey(
        List<ToOneAttribute> path,
        @Nullable ElementMeasure measured,
        BasicAttribute attribute,
        SortDirection direction) {

    public SortKey {
        path = List.copyOf(path);
    }

    public SortKey(List<ToOneAttribute> path, BasicAttribute attribute, SortDirection direction) {
        this(path, null, attribute, direction);
    }

    /** By what the elements of a collection come to. */
    public SortKey(List<ToOneAttribute> path, ElementMeasure measured, SortDirection direction) {
        this(path, measured, measured.measure().result(), direction);
    }

    boolean sameAttribute(SortKey other) {
        return path.equals(other.path) && Objects.equals(measured, other.measured) && attribute.equals(other.attribute);
    }

    /** Whether a row can have no value here; a missing reference counts, but has no elements and so a count of 0. */
    boolean nullable() {
        return measured == null
                ? attribute.nullable() || !path.isEmpty()
                : measured.measure().nullable();
    }

    /** {@code "customer.username DESC"}. */
    @Override
    public String toString() {
        String last = measured == null ? attribute.name() : measured.toString();
        return Stream.concat(path.stream().map(ToOneAttribute::name), Stream.of(last))
                        .collect(Collectors.joining("."))
                + " "
                + direction;
    }
}
