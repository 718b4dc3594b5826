package dev.quipu.account;

import dev.quipu.security.Viewer;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An account as the database has it. */
record StoredAccount(
        Object id,
        String username,
        @Nullable String passwordHash,
        boolean active,
        long tokenVersion,
        Set<String> roles) {

    Viewer viewer() {
        return new Viewer(id, username, roles);
    }

    StoredAccount withPasswordHash(String hash) {
        return new StoredAccount(id, username, hash, active, tokenVersion, roles);
    }

    /** It prints without the hash. */
    @Override
    public String toString() {
        return "account " + id;
    }
}
