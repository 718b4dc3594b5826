package dev.quipu.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells as whom requests without a token act: the role named by {@code quipu.security.anonymous-role}, if any. */
@ApplicationScoped
public class Viewers {

    private final Optional<String> anonymousRole;

    Viewers(@ConfigProperty(name = "quipu.security.anonymous-role") Optional<String> anonymousRole) {
        anonymousRole
                .filter(role -> role.equals(Grant.SIGNED_IN) || role.equals("**"))
                .ifPresent(role -> {
                    throw new IllegalStateException("SEC-107 quipu.security.anonymous-role is \"" + role
                            + "\", which stands for whoever has logged in. Name a role of your own, as \"guest\".");
                });
        this.anonymousRole = anonymousRole;
    }

    /**
     * The viewer of a request without a token.
     *
     * @throws UnauthenticatedException if they may do nothing
     */
    public Viewer current() {
        return anonymousRole.map(Viewer::anonymous).orElseThrow(UnauthenticatedException::new);
    }

    /** The same where nothing but a login is asked for: somebody without any role, if there is none for them. */
    public Viewer newcomer() {
        return anonymousRole.map(Viewer::anonymous).orElseGet(() -> new Viewer(null, null, Set.of()));
    }
}
