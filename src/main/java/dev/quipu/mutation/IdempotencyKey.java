package dev.quipu.mutation;

/**
 * What makes two requests the same.
 *
 * @param caller who asks; callers do not see each other's keys
 * @param key what the caller has named the operation
 * @param request a digest of all that the operation follows from: another request under the same key is refused
 */
public record IdempotencyKey(String caller, String key, String request) {}
