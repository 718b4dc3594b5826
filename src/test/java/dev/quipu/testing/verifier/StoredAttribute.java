package dev.quipu.testing.verifier;

import dev.quipu.model.BasicAttribute;
import dev.quipu.model.BasicAttribute.Format;
import dev.quipu.model.EntityModel;
import dev.quipu.model.ToOneAttribute;
import dev.quipu.testing.verifier.Contents.RowName;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An attribute with a column, and how its values read as text. */
record StoredAttribute(
        String name,
        String column,
        boolean stamped,
        @Nullable BasicAttribute basic) {

    static List<StoredAttribute> of(EntityModel entity) {
        Stream<StoredAttribute> basics =
                entity.basics().map(basic -> new StoredAttribute(basic.name(), basic.column(), basic.stamped(), basic));
        Stream<StoredAttribute> references = entity.toOnes().map(reference -> reference(reference));
        return Stream.concat(basics, references).toList();
    }

    private static StoredAttribute reference(ToOneAttribute reference) {
        return new StoredAttribute(reference.name(), reference.column(), reference.stamped(), null);
    }

    static StoredAttribute of(EntityModel entity, String name) {
        List<StoredAttribute> all = of(entity);
        return all.stream()
                .filter(attribute -> attribute.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(entity.name() + " has no attribute \"" + name
                        + "\" with a column (it has "
                        + String.join(
                                ", ", all.stream().map(StoredAttribute::name).toList()) + ")"));
    }

    boolean derived() {
        return basic != null && basic.derived();
    }

    /** {@code Order 7 amountTotal is 25.00}. */
    String line(RowName row, String text) {
        return row + " " + name + " is " + text;
    }

    /** The value of a stored row. */
    String stored(Map<String, String> columns) {
        String text = columns.get(column);
        return text == null
                ? "null"
                : text(basic != null && basic.type() == Instant.class ? OffsetDateTime.parse(text) : text);
    }

    /** An expected value as {@link #stored} would say it. */
    String text(@Nullable Object value) {
        if (value instanceof BigDecimal decimal && basic != null) {
            return decimal.setScale(basic.scale()).toPlainString();
        }
        if (value instanceof OffsetDateTime time) {
            return time.toInstant().toString();
        }
        if (value instanceof Enum<?> constant && basic != null && basic.format() == Format.ENUM_ORDINAL) {
            return String.valueOf(constant.ordinal());
        }
        return String.valueOf(value);
    }
}
