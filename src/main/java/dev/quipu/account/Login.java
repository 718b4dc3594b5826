package dev.quipu.account;

import dev.quipu.security.UnauthenticatedException;
import dev.quipu.security.Viewer;
import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Lets people in, and out. What verifies a password is to run in {@link Passwords#run}, the rest on any worker thread; nothing here
 * holds a transaction while it hashes.
 */
@Singleton
public final class Login {

    private static final String WRONG =
            "Username and password do not belong together, or the account is closed for now.";

    private final Accounts accounts;
    private final Attempts attempts;
    private final Passwords passwords;
    private final Tokens tokens;
    private final Provider provider;
    private final Clock clock = Clock.systemUTC();

    Login(Accounts accounts, Attempts attempts, Passwords passwords, Tokens tokens, Provider provider) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.passwords = passwords;
        this.tokens = tokens;
        this.provider = provider;
    }

    /** Who has logged in, and what shows it. */
    public record Session(Viewer viewer, Token token) {}

    /**
     * Counts an attempt from an address. To be called before anything waits for its turn to be hashed: whoever has had too many attempts
     * keeps nobody waiting.
     *
     * @param address from where the request comes
     * @throws TooManyAttemptsException if there were too many attempts from the address
     * @throws LoginOffException if nobody can log in
     */
    public void admit(String address) {
        requireOn();
        attempts.countAddress(address);
    }

    /**
     * Gives a token to whoever knows the password, once they are admitted.
     *
     * @throws UnauthenticatedException if they do not, or the account is not active or has had too many attempts: nobody can tell which
     */
    public Session login(String username, String password) {
        StoredAccount account = accounts.byUsername(username);
        StoredAccount verified = verified(account, account == null ? nameless(username) : key(account), password);
        Instant now = clock.instant();
        return new Session(verified.viewer(), tokens.issue(verified, now, now));
    }

    /**
     * Gives another token for one that is valid.
     *
     * @throws UnauthenticatedException if the session has lasted as long as it may
     */
    public Session refresh(LoggedIn viewer) {
        requireOn();
        return new Session(viewer.viewer(), tokens.issue(viewer.account(), viewer.since(), clock.instant()));
    }

    /** Ends all sessions of the account, on whatever device. */
    public void logout(LoggedIn viewer) {
        requireOn();
        accounts.endSessions(viewer.account()); // if not, somebody else has just done so
    }

    /**
     * Replaces the password of whoever is admitted, and ends all sessions; the token that comes back begins a new one.
     *
     * @throws UnauthenticatedException if the current password is another
     * @throws PasswordRefusedException if the new one is too short or too long
     */
    public Session changePassword(LoggedIn viewer, String current, String wanted) {
        Passwords.requireLength(wanted);
        StoredAccount account = verified(viewer.account(), key(viewer.account()), current);
        if (!accounts.changePassword(account, passwords.hash(wanted))) {
            throw new UnauthenticatedException(Bearers.REFUSAL);
        }
        StoredAccount changed = accounts.byId(String.valueOf(account.id()));
        if (changed == null || changed.tokenVersion() != account.tokenVersion() + 1) {
            throw new UnauthenticatedException(Bearers.REFUSAL);
        }
        Instant now = clock.instant();
        return new Session(changed.viewer(), tokens.issue(changed, now, now));
    }

    /** The account, if the password is its own. The same work is done in any case, and the attempt is counted before. */
    private StoredAccount verified(@Nullable StoredAccount account, String key, String password) {
        boolean allowed = attempts.countAccount(key);
        boolean matches = passwords.matches(password, account == null ? null : account.passwordHash());
        if (!allowed || !matches || account == null || !account.active()) {
            throw new UnauthenticatedException(WRONG);
        }
        attempts.giveBack(key);
        String hash = account.passwordHash();
        if (hash == null || !Passwords.outdated(hash)) {
            return account;
        }
        String renewed = passwords.hash(password);
        accounts.rehash(account, renewed);
        return account.withPasswordHash(renewed);
    }

    /** By its id: a column that ignores case would have one account under many names. */
    private static String key(StoredAccount account) {
        return "id " + account.id();
    }

    private static String nameless(String username) {
        return "name " + Normalizer.normalize(username, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private void requireOn() {
        if (provider.present()) {
            throw new LoginOffException("Nobody logs in here: another server gives the tokens (quipu.token.jwks).");
        }
        tokens.requireKeys();
    }
}
