package dev.quipu.account;

import dev.quipu.security.Viewer;
import java.time.Instant;

/** Somebody who has shown a token that is valid. */
public final class LoggedIn {

    private final StoredAccount account;
    private final Instant since;

    LoggedIn(StoredAccount account, Instant since) {
        this.account = account;
        this.since = since;
    }

    public Viewer viewer() {
        return account.viewer();
    }

    StoredAccount account() {
        return account;
    }

    /** When the password was given. */
    Instant since() {
        return since;
    }
}
