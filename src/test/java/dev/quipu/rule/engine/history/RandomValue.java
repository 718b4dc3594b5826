package dev.quipu.rule.engine.history;

import dev.quipu.model.BasicAttribute;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Values from small ranges, so that they repeat. */
record RandomValue(Random random) {

    @Nullable
    Object of(BasicAttribute attribute) {
        if (attribute.nullable() && random.nextInt(5) == 0) {
            return null;
        }
        Class<?> type = attribute.type();
        int small = random.nextInt(13) - 3;
        if (type == Integer.class) {
            return small;
        } else if (type == Long.class) {
            return (long) small;
        } else if (type == Short.class) {
            return (short) small;
        } else if (type == Double.class) {
            // a binary fraction, so that sums are exact in any order
            return small * 0.25;
        } else if (type == BigDecimal.class) {
            return BigDecimal.valueOf(small * 37L, attribute.scale());
        } else if (type == Boolean.class) {
            return random.nextBoolean();
        } else if (type == LocalDate.class) {
            return LocalDate.of(2026, 1, 4 + small);
        } else if (type == Instant.class) {
            return Instant.ofEpochSecond(1_700_000_000L + small);
        } else if (type == String.class) {
            return String.valueOf((char) ('d' + small));
        } else if (type.isEnum()) {
            return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
        }
        throw new IllegalArgumentException(
                attribute.name() + " is a " + type.getName() + ", which has no random values yet");
    }
}
