package dev.quipu.graphql.fetch;

import dev.quipu.mutation.IdempotencyKey;
import dev.quipu.security.Access;
import org.jspecify.annotations.Nullable;

/**
 * What a client says of a mutation as a whole.
 *
 * @param access of whom
 * @param preview nothing is to remain of it
 * @param explain what the rules do is to be told
 * @param key under which it is to happen once, however often it is sent; a preview does not happen, so it has none
 */
public record WriteOptions(
        Access access,
        boolean preview,
        boolean explain,
        @Nullable IdempotencyKey key) {

    static WriteOptions none(Access access) {
        return new WriteOptions(access, false, false, null);
    }

    public WriteOptions {
        key = preview ? null : key;
    }

    /** Whether it says nothing. */
    public boolean none() {
        return !preview && !explain && key == null;
    }
}
