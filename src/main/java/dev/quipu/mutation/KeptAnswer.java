package dev.quipu.mutation;

import org.jspecify.annotations.Nullable;

/**
 * What the caller makes of an operation's outcome, as text, so that it can be kept for a repetition of the request.
 *
 * @param data what it did
 * @param rules what the rules did, if the caller wants to know
 */
public record KeptAnswer(String data, @Nullable String rules) {}
