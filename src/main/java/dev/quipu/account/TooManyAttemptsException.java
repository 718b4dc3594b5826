package dev.quipu.account;

import java.time.Duration;

/** There were so many attempts that this one was not looked at. */
public final class TooManyAttemptsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration pause;

    TooManyAttemptsException(String message, Duration pause) {
        super(message, null, false, false);
        this.pause = pause;
    }

    /** After which it is worth trying again. */
    public Duration pause() {
        return pause;
    }
}
