package dev.quipu.rule.engine;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;

/** Times as a column would hold them: in UTC, rounded to its digits of a second. */
final class StoredTime {

    /** PostgreSQL counts from here, and rounds halves away from it. */
    private static final LocalDateTime ORIGIN = LocalDateTime.of(2000, 1, 1, 0, 0);

    private static final int DIGITS = 6;
    /** Hibernate binds a {@link LocalTime} as {@link java.sql.Time}. */
    private static final int DIGITS_OF_DAY = 3;

    private static final int NANO_DIGITS = 9;

    private StoredTime() {}

    static Object of(Object value, int digits) {
        try {
            if (value instanceof OffsetDateTime time) {
                return rounded(time.withOffsetSameInstant(ZoneOffset.UTC), digits);
            }
            if (value instanceof ZonedDateTime time) {
                return rounded(time.withZoneSameInstant(ZoneOffset.UTC), digits);
            }
            return value instanceof Instant || value instanceof LocalDateTime || value instanceof LocalTime
                    ? rounded((Temporal) value, digits)
                    : value;
        } catch (DateTimeException beyond) {
            return value; // the greatest or smallest of its type, which stands for infinity
        }
    }

    /** On its way a value is rounded half up to what travels, before PostgreSQL rounds it to the column's digits. */
    private static Temporal rounded(Temporal value, int digits) {
        int most = value instanceof LocalTime ? DIGITS_OF_DAY : DIGITS;
        Temporal sent = rounded(value, most, true);
        return digits >= most ? sent : rounded(sent, digits, !isBeforeOrigin(sent));
    }

    private static Temporal rounded(Temporal value, int digits, boolean halfUp) {
        long unit = (long) Math.pow(10, NANO_DIGITS - digits);
        long over = value.get(ChronoField.NANO_OF_SECOND) % unit;
        boolean up = halfUp ? over * 2 >= unit : over * 2 > unit;
        return over == 0 ? value : value.plus(up ? unit - over : -over, ChronoUnit.NANOS);
    }

    private static boolean isBeforeOrigin(Temporal value) {
        if (value instanceof LocalTime) {
            return false;
        }
        return value instanceof Instant time
                ? time.isBefore(ORIGIN.toInstant(ZoneOffset.UTC))
                : LocalDateTime.from(value).isBefore(ORIGIN);
    }
}
