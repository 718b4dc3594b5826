package dev.quipu.account;

import dev.quipu.security.UnauthenticatedException;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who shows a token. The account is read on every request, so a token ends with its session, and when the account gets
 * other roles, is deactivated or deleted.
 *
 * <pre>{@code bearers.of("eyJ..").viewer().username() // "ann"}</pre>
 */
@Singleton
public final class Bearers {

    static final String REFUSAL = "The token is not valid, or not any more: log in again.";

    private final Tokens tokens;
    private final Provider provider;
    private final Accounts accounts;

    Bearers(Tokens tokens, Provider provider, Accounts accounts) {
        this.tokens = tokens;
        this.provider = provider;
        this.accounts = accounts;
    }

    /**
     * Whose token it is. Asks the database, so not to be called on an event loop.
     *
     * @throws UnauthenticatedException if it is not valid
     */
    public LoggedIn of(String token) {
        if (provider.present()) {
            return new LoggedIn(required(accounts.byUsername(provider.username(token))), Instant.EPOCH);
        }
        if (tokens.keys() == null) {
            throw new UnauthenticatedException(REFUSAL);
        }
        Claims claims = tokens.read(token);
        StoredAccount account = required(accounts.byId(claims.subject()));
        if (account.tokenVersion() != claims.tokenVersion() || !account.roles().equals(claims.roles())) {
            throw new UnauthenticatedException(REFUSAL);
        }
        return new LoggedIn(account, claims.loggedInAt());
    }

    private static StoredAccount required(@Nullable StoredAccount account) {
        if (account == null || !account.active()) {
            throw new UnauthenticatedException(REFUSAL);
        }
        return account;
    }
}
