package dev.quipu.security;

/** The request does not say who asks. */
public final class UnauthenticatedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnauthenticatedException() {
        super("This needs a login: send a token.");
    }
}
