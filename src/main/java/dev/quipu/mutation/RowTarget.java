package dev.quipu.mutation;

import org.jspecify.annotations.Nullable;

/**
 * A row that must exist, in a certain version if one is given.
 *
 * @param expectedVersion the version that the client has seen, of the type of the version attribute
 */
public record RowTarget(RowKey key, @Nullable Object expectedVersion) {}
