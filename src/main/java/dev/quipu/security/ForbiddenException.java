package dev.quipu.security;

/** The viewer asks for what no grant allows; nothing was stored. */
public final class ForbiddenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param what is not allowed, as the beginning of a sentence: {@code "Reading User.email"} */
    public ForbiddenException(String what) {
        super(what + " is not allowed to you.", null, false, false);
    }
}
