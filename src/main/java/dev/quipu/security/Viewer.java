package dev.quipu.security;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who asks.
 *
 * <pre>{@code new Viewer(7L, "ann", Set.of("moderator"))}</pre>
 *
 * @param id of the account; null for whoever has not logged in
 * @param username of the account; null for whoever has not logged in
 * @param roles the names of the roles whose grants count
 */
public record Viewer(@Nullable Object id, @Nullable String username, Set<String> roles) {

    public Viewer {
        roles = Set.copyOf(roles);
    }

    /** Somebody who has not logged in, and acts as the role. */
    public static Viewer anonymous(String role) {
        return new Viewer(null, null, Set.of(role));
    }

    public boolean signedIn() {
        return id != null;
    }

    /** Tells this viewer from all others, for what is kept in their name. */
    public String key() {
        return id == null
                ? "anonymous " + String.join(" ", roles.stream().sorted().toList())
                : "account " + id;
    }
}
