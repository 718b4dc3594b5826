package dev.quipu.query;

import dev.quipu.model.BasicAttribute;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Rows with few different values of each type, nulls where there can be some, and operands for them. */
final class RandomSpecimens {

    private static final List<String> TEXTS = List.of("ab", "Ab", "a%b", "a_b", "a\\b", "\u00e9b", "", "b", "abab");
    private static final List<String> PATTERNS = List.of("a%", "%b", "a\\%b", "a_b", "A__", "%", "", "a\\\\b");

    private RandomSpecimens() {}

    static List<Specimen> of(Random random, int count) {
        List<Specimen> rows = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            rows.add(row(random, n));
        }
        return rows;
    }

    private static Specimen row(Random random, int number) {
        Specimen row = new Specimen();
        row.id = "%02d".formatted(number) + TEXTS.get(random.nextInt(TEXTS.size()));
        row.text = maybe(random, TEXTS.get(random.nextInt(TEXTS.size())));
        row.small = (short) (random.nextInt(3) - 1);
        row.whole = random.nextInt(5) - 2;
        row.big = Long.MAX_VALUE - random.nextInt(3);
        row.rough = random.nextInt(4) * 0.1f;
        row.fine = random.nextInt(4) * 0.1;
        row.exact = maybe(random, BigDecimal.valueOf(random.nextInt(5) - 2, 1).setScale(6));
        row.flag = random.nextBoolean();
        row.day = maybe(random, LocalDate.of(2026, 1, 1 + random.nextInt(4)));
        row.moment = maybe(random, Instant.parse("2026-01-01T00:00:00Z").plusNanos(1000L * random.nextInt(3)));
        row.stamp = maybe(
                random,
                OffsetDateTime.parse("2026-01-01T00:00:00Z")
                        .plusHours(random.nextInt(3))
                        .withOffsetSameInstant(ZoneOffset.ofHours(random.nextInt(3))));
        row.named = maybe(random, Specimen.Size.values()[random.nextInt(2)]);
        row.numbered = maybe(random, Specimen.Size.values()[random.nextInt(2)]);
        row.half = row.whole / 2; // as its formula gives it
        return row;
    }

    private static <T> @Nullable T maybe(Random random, T value) {
        return random.nextInt(4) == 0 ? null : value;
    }

    /** As the API's scalars give values. */
    static @Nullable Comparable<Object> value(BasicAttribute attribute, Specimen row) {
        try {
            Object value = Specimen.class.getField(attribute.name()).get(row);
            return comparable(plain(value));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** An enum that is stored by name is ordered by name. */
    static @Nullable Comparable<Object> ordered(BasicAttribute attribute, Specimen row) {
        Comparable<Object> value = value(attribute, row);
        return attribute.format() == BasicAttribute.Format.ENUM_NAME && value != null
                ? comparable(value.toString())
                : value;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Short number) {
            return number.intValue();
        }
        if (value instanceof Float number) {
            return (double) number;
        }
        return value instanceof OffsetDateTime moment ? moment.toInstant() : value;
    }

    static Object operand(Random random, Operator operator, BasicAttribute attribute, List<Specimen> rows) {
        Comparable<Object> some = some(random, attribute, rows);
        Comparable<Object> other = some(random, attribute, rows);
        return switch (operator) {
            case IN, NOT_IN -> random.nextInt(5) == 0 ? List.of() : List.of(some, other);
            case BETWEEN, NOT_BETWEEN -> new Between(some, other);
            case IS_NULL -> random.nextBoolean();
            case LIKE, NOT_LIKE, I_LIKE, NOT_I_LIKE -> PATTERNS.get(random.nextInt(PATTERNS.size()));
            case CONTAINS, STARTS_WITH, ENDS_WITH, I_CONTAINS, I_STARTS_WITH, I_ENDS_WITH ->
                part(random, some.toString());
            default -> some;
        };
    }

    private static String part(Random random, String text) {
        int begin = random.nextInt(text.length() + 1);
        return text.substring(begin, begin + random.nextInt(text.length() - begin + 1));
    }

    private static Comparable<Object> some(Random random, BasicAttribute attribute, List<Specimen> rows) {
        Comparable<Object> value;
        do {
            value = value(attribute, rows.get(random.nextInt(rows.size())));
        } while (value == null);
        return Objects.requireNonNull(value);
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Comparable<Object> comparable(@Nullable Object value) {
        return (Comparable<Object>) value;
    }
}
