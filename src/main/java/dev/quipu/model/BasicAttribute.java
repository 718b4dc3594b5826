package dev.quipu.model;

import java.lang.annotation.Annotation;
import org.jspecify.annotations.Nullable;

/**
 * An attribute stored in one column of its entity's table, or computed by a formula over them.
 *
 * @param column its name, empty for a formula
 * @param position where Hibernate keeps it in an entity's state array; -1 for the id
 * @param type the Java type, boxed
 * @param format how the column stores it where the Java type does not tell
 * @param length the column's length in characters, for strings
 * @param precision the column's digits, for decimals
 * @param scale the column's digits after the point, for decimals; of a second, for times
 * @param initialValue what a new instance holds before anybody assigns the attribute, if not null
 * @param rule the annotation that derives it, if it is derived
 * @param stamp how it is stamped, if it is
 */
public record BasicAttribute(
        String name,
        boolean hidden,
        String column,
        int position,
        Class<?> type,
        Format format,
        boolean nullable,
        int length,
        int precision,
        int scale,
        @Nullable Object initialValue,
        @Nullable Annotation rule,
        @Nullable Stamp stamp)
        implements AttributeModel {

    /** How a column stores its value. */
    public enum Format {
        PLAIN,
        JSON,
        ENUM_NAME,
        ENUM_ORDINAL
    }

    /** Whether the database computes it when it is read, a {@code @Formula}: nothing assigns it. */
    public boolean computed() {
        return column.isEmpty();
    }

    /** Whether a rule owns it: nothing else assigns it. */
    public boolean derived() {
        return rule != null;
    }
}
