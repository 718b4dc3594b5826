package dev.quipu.db.schema;

/** How SQL writes values. */
public final class Sql {

    private Sql() {}

    /** A text in quotes. */
    public static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
