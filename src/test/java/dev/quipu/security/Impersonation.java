package dev.quipu.security;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Lets a test ask in somebody's name without a login; there is none in the application.
 *
 * <pre>{@code try (Impersonation ann = Impersonation.of(new Viewer(7L, "ann", Set.of("user")))) { Answer.to(..) } }</pre>
 */
public final class Impersonation implements AutoCloseable {

    private static volatile @Nullable Viewer viewer;

    private Impersonation() {}

    /** Until it is closed, all requests come from that viewer. */
    public static Impersonation of(Viewer viewer) {
        Impersonation.viewer = viewer;
        return new Impersonation();
    }

    @Override
    public void close() {
        viewer = null;
    }

    /** Whoever is impersonated, else whoever it is. */
    @Alternative
    @Priority(1)
    @Singleton
    public static class Viewers extends dev.quipu.security.Viewers {

        Viewers(@ConfigProperty(name = "quipu.security.anonymous-role") Optional<String> anonymousRole) {
            super(anonymousRole);
        }

        @Override
        public Viewer current() {
            Viewer impersonated = viewer;
            return impersonated == null ? super.current() : impersonated;
        }
    }
}
