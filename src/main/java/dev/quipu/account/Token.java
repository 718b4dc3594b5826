package dev.quipu.account;

import java.time.Instant;

/**
 * What shows that somebody has logged in.
 *
 * @param text for the header {@code Authorization: Bearer ..}
 */
public record Token(String text, Instant expiresAt) {

    /** It prints without the text. */
    @Override
    public String toString() {
        return "a token until " + expiresAt;
    }
}
