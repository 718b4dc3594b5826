package dev.quipu.account;

/** Nobody logs in here: there are no keys, or another server gives the tokens. */
public final class LoginOffException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LoginOffException(String message) {
        super(message, null, false, false);
    }
}
