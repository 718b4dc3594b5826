package dev.quipu.account;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A password that is to be set: hashed once, before the transaction that stores the hash. It prints as nothing. */
public final class NewPassword implements Supplier<Object> {

    private final Passwords passwords;
    private final String password;
    private @Nullable String hash;

    /** @throws PasswordRefusedException if it is too short or too long */
    public NewPassword(Passwords passwords, String password) {
        Passwords.requireLength(password);
        this.passwords = passwords;
        this.password = password;
    }

    /** Its hash, to store. */
    @Override
    public synchronized Object get() {
        if (hash == null) {
            hash = passwords.hash(password);
        }
        return hash;
    }

    @Override
    public String toString() {
        return "a password";
    }
}
