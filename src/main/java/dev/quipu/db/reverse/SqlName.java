package dev.quipu.db.reverse;

/**
 * A name as SQL spells it, quoted if it has to be: {@code orders}, {@code "order"}.
 *
 * @param sql what PostgreSQL's {@code quote_ident} makes of it
 */
record SqlName(String sql) {

    boolean quoted() {
        return sql.startsWith("\"");
    }

    /** The name itself. */
    String text() {
        return quoted() ? sql.substring(1, sql.length() - 1).replace("\"\"", "\"") : sql;
    }

    @Override
    public String toString() {
        return sql;
    }
}
