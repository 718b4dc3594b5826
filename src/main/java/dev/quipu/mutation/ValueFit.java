package dev.quipu.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.quipu.model.BasicAttribute;
import dev.quipu.mutation.AttributeWrite.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fits values to their columns, so that a value in memory is the one that the database will hold. */
final class ValueFit {

    private static final int LAST_YEAR = 9999;

    private final Attempt attempt;

    ValueFit(Attempt attempt) {
        this.attempt = attempt;
    }

    /** A value that fits; a record because null fits a nullable column. */
    record Fit(@Nullable Object value) {}

    /**
     * Empty, and refused, if the column cannot hold the value.
     *
     * @param created whether the row is new
     */
    Optional<Fit> fit(BasicAttribute attribute, Value write, boolean created) {
        Object value = write.value();
        String problem = problem(attribute, value, created);
        if (problem == null) {
            return Optional.of(new Fit(value == null ? null : normalized(attribute, value)));
        }
        attempt.refuse(write.path(), attribute.name() + " " + problem);
        return Optional.empty();
    }

    private static @Nullable String problem(BasicAttribute attribute, @Nullable Object value, boolean created) {
        if (value == null) {
            return attribute.nullable()
                    ? null
                    : "cannot be null. Leave the field out " + (created ? "for its default" : "to keep its value");
        }
        if (value instanceof String text) {
            return textProblem(attribute.length(), text);
        }
        if (value instanceof JsonNode json) {
            return Texts.storable(json) ? null : "holds a character that no text can hold: U+0000 or half a pair";
        }
        if (value instanceof BigDecimal number) {
            return decimalProblem(attribute.precision(), attribute.scale(), number);
        }
        if (value instanceof Double number) {
            return Double.isFinite(number) ? null : "takes a finite number, not " + number;
        }
        if (value instanceof Instant time) {
            return yearProblem(time.atOffset(ZoneOffset.UTC).getYear());
        }
        if (value instanceof OffsetDateTime time) {
            return yearProblem(time.getYear());
        }
        return value instanceof LocalDate date ? yearProblem(date.getYear()) : null;
    }

    private static @Nullable String textProblem(int length, String text) {
        // each code point is at least one char, so most texts need no counting
        if (text.length() > length && text.codePointCount(0, text.length()) > length) {
            return "takes at most " + length + " characters; this text has " + text.codePointCount(0, text.length());
        }
        int position = Texts.unstorable(text);
        return position < 0
                ? null
                : "has a character at position " + position + " that no text can hold: U+0000 or half a pair";
    }

    /** Compares digits before anything is computed: a number with a huge exponent is small only until somebody scales it. */
    private static @Nullable String decimalProblem(int precision, int scale, BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        if (plain.scale() > scale) {
            return "takes at most " + scale + " digits after the point; this number has " + plain.scale();
        }
        long whole = (long) plain.precision() - plain.scale();
        return whole <= precision - scale
                ? null
                : "takes at most " + (precision - scale) + " digits before the point; this number has " + whole;
    }

    private static @Nullable String yearProblem(int year) {
        return year >= 1 && year <= LAST_YEAR ? null : "takes a year from 1 to " + LAST_YEAR + ", not " + year;
    }

    private static Object normalized(BasicAttribute attribute, Object value) {
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros().setScale(attribute.scale());
        }
        if (value instanceof Instant time) {
            return time.truncatedTo(ChronoUnit.MICROS);
        }
        return value instanceof OffsetDateTime time ? time.truncatedTo(ChronoUnit.MICROS) : value;
    }
}
