package dev.quipu.query;

/** How many values become one. Nulls do not count, and over no values everything but a count is null. */
public enum Aggregation {
    COUNT,
    COUNT_DISTINCT,
    SUM,
    /** As exact as PostgreSQL's numeric division: at least 16 significant digits. */
    AVG,
    MIN,
    MAX;

    boolean counts() {
        return this == COUNT || this == COUNT_DISTINCT;
    }
}
