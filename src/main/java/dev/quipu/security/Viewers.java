package dev.quipu.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells who asks. Until there is a login, everybody acts as the role named by {@code quipu.security.anonymous-role}, if any. */
@ApplicationScoped
public class Viewers {

    private final Optional<String> anonymousRole;

    Viewers(@ConfigProperty(name = "quipu.security.anonymous-role") Optional<String> anonymousRole) {
        this.anonymousRole = anonymousRole;
    }

    /**
     * The viewer of the request at hand.
     *
     * @throws UnauthenticatedException if there is none
     */
    public Viewer current() {
        return anonymousRole.map(Viewer::anonymous).orElseThrow(UnauthenticatedException::new);
    }
}
