package dev.quipu.query;

import java.util.Locale;

/** A span of time that begins on the hour 0 of its first day. Weeks begin on Monday. */
public enum Bucket {
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR;

    /** PostgreSQL's name of it. */
    String unit() {
        return name().toLowerCase(Locale.ROOT);
    }
}
