package dev.quipu.mutation;

import org.jspecify.annotations.Nullable;

/**
 * A row that must exist, in a certain version if one is given.
 *
 * @param seen the version that the client has seen
 */
public record RowTarget(RowKey key, @Nullable SeenVersion seen) {

    /**
     * A version of a row.
     *
     * @param version of the type of the version attribute
     */
    public record SeenVersion(Object version, InputPath path) {}
}
