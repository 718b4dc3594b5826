package dev.quipu.query;

import org.jspecify.annotations.Nullable;

/**
 * One key of a row against the same key of a cursor.
 *
 * @param value the parameter that stands for the cursor's value, or null if the cursor's row has none
 * @param above whether "beyond" means upwards in the ordering
 */
record KeyComparison(SortKey key, String path, @Nullable String value, boolean above) {

    /** The row's key is the cursor's. */
    String equal() {
        return value == null ? path + " is null" : path + " = " + value;
    }

    /** The row's key lies beyond the cursor's; null if none can. */
    @Nullable
    String beyond() {
        boolean nullsBeyond = key.direction().nullsFirst() == above;
        if (value == null) {
            return nullsBeyond ? null : path + " is not null";
        }
        String greater = path + (key.direction().ascending() != above ? " > " : " < ") + value;
        return key.nullable() && nullsBeyond ? "(" + greater + " or " + path + " is null)" : greater;
    }
}
