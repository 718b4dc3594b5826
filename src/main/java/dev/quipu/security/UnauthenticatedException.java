package dev.quipu.security;

/** The request does not say who asks, or not credibly. */
public final class UnauthenticatedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnauthenticatedException() {
        this("This needs a login: send a token.");
    }

    /** @param message why what the request says is not enough */
    public UnauthenticatedException(String message) {
        super(message, null, false, false);
    }
}
