package dev.quipu.query;

import org.jspecify.annotations.Nullable;

/**
 * Which of the ordered rows a page shows: {@code size} of those between two cursors, from the start or from the end.
 *
 * @param backward whether rows are taken from the end
 * @param offset how many rows to pass over first
 * @param after the cursor of the last row before the window, if there is one
 * @param before the cursor of the first row after it, if there is one
 */
public record Window(
        boolean backward,
        int size,
        int offset,
        @Nullable String after,
        @Nullable String before) {

    /** The first rows. */
    public static Window first(int size) {
        return new Window(false, size, 0, null, null);
    }
}
