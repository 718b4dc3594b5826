package dev.quipu.account;

/** A password that nobody may have. */
public final class PasswordRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PasswordRefusedException(String message) {
        super(message, null, false, false);
    }
}
