package dev.quipu.query;

import dev.quipu.model.BasicAttribute;
import dev.quipu.model.BasicAttribute.Format;
import dev.quipu.model.EntityModel;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The HQL that prints a value as clients read it: what JavaScript would round becomes text, times are UTC, bytes base64. */
final class Printing {

    private Printing() {}

    static String attribute(EntityModel entity, BasicAttribute attribute, String path) {
        return attribute.equals(entity.id()) ? text(path) : value(attribute, path);
    }

    static String key(SortKey key, String path) {
        return value(key.attribute(), path);
    }

    /** What was measured; a count fits into a number of JavaScript's. */
    static String measure(Measure measure, String expression) {
        return measure.aggregation().counts() ? expression : value(measure.result(), expression);
    }

    static String id(String path) {
        return text(path);
    }

    static String nodeId(Range range) {
        String id = text(range.id());
        return "opaque(" + Statement.literal(NodeId.prefix(range.entity())) + " || " + id + ", 0)";
    }

    /** A value of the attribute's type, whatever expression it comes from. */
    static String value(BasicAttribute attribute, String path) {
        return switch (Objects.requireNonNull(ValueKind.of(attribute))) {
            case TEXT, INT, FLOAT, BOOLEAN, DATE, JSON -> path;
            case BIG_INT, DECIMAL -> text(path);
            case DATE_TIME -> "utc(" + path + ", 0)";
            case BYTES -> "base64(" + path + ", 0)";
            case ENUM -> attribute.format() == Format.ENUM_ORDINAL ? name(attribute.type(), path) : path;
        };
    }

    private static String text(String path) {
        return "cast(" + path + " as String)";
    }

    private static String name(Class<?> type, String path) {
        return Stream.of(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .map(name -> " when " + type.getCanonicalName() + "." + name + " then " + Statement.literal(name))
                .collect(Collectors.joining("", "case " + path, " end"));
    }
}
