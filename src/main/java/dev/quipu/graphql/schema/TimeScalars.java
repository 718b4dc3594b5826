package dev.quipu.graphql.schema;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The scalars that hold dates and times. */
final class TimeScalars {

    private static final int YEAR_MAX = 9999;

    /** The first whole year of the calendar we use: Hibernate hands older dates to the driver in the one before. */
    private static final int DATE_YEAR_MIN = 1583;

    private TimeScalars() {}

    static final class Day extends StrictCoercing<LocalDate> {
        @Override
        LocalDate parse(Object value) {
            LocalDate date = LocalDate.parse((String) value);
            requireYear(date.getYear(), DATE_YEAR_MIN);
            return date;
        }

        @Override
        Object print(Object result) {
            return result.toString();
        }

        @Override
        String expected() {
            return "a date of the years " + DATE_YEAR_MIN + " to " + YEAR_MAX + " as \"2026-01-31\"";
        }
    }

    static final class Moment extends StrictCoercing<Instant> {
        @Override
        Instant parse(Object value) {
            OffsetDateTime moment = OffsetDateTime.parse((String) value).withOffsetSameInstant(ZoneOffset.UTC);
            requireYear(moment.getYear(), 1);
            // the database keeps microseconds: an operand with more would equal nothing
            return moment.toInstant().truncatedTo(ChronoUnit.MICROS);
        }

        @Override
        Object print(Object result) {
            return result instanceof OffsetDateTime moment ? moment.toInstant().toString() : result.toString();
        }

        @Override
        String expected() {
            return "a date and time with its offset as \"2026-01-31T12:00:00Z\"";
        }
    }

    private static void requireYear(int year, int min) {
        if (year < min || year > YEAR_MAX) {
            throw new DateTimeException("year " + year);
        }
    }
}
