package dev.quipu.db.reverse;

import org.jspecify.annotations.Nullable;

/**
 * A column.
 *
 * @param type as SQL writes it, {@code numeric(12,2)}
 * @param baseType the same, but for a domain the type that it is of
 * @param defaultValue an expression; null without one
 * @param identity how the table gives the value, {@code always} or {@code by default}; empty if it does not
 * @param generated whether the default is the expression that the column is generated from
 * @param sequence the name of the sequence of a serial or an identity; null without one
 */
record StoredColumn(
        SqlName name,
        String type,
        String baseType,
        boolean notNull,
        @Nullable String defaultValue,
        String identity,
        boolean generated,
        @Nullable String sequence) {

    /** The type without length, precision and the like: {@code character varying}. */
    String plainType() {
        return baseType.replaceFirst("\\(.*?\\)", "");
    }
}
