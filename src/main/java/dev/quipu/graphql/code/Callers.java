package dev.quipu.graphql.code;

import dev.quipu.security.Viewer;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may call an operation, as Jakarta's annotations on its method say, or else those on its class: {@link RolesAllowed},
 * {@link PermitAll}, {@link DenyAll}. Without any, nobody may.
 *
 * @param stated whether there is an annotation
 * @param everybody whether no role is needed
 * @param roles one of which a caller has; {@code "**"} is that of whoever has logged in
 */
record Callers(boolean stated, boolean everybody, Set<String> roles) {

    private static final String SIGNED_IN = "**";

    Callers {
        roles = Set.copyOf(roles);
    }

    static Callers of(Method method) {
        Callers own = on(method);
        Callers common = own == null ? on(method.getDeclaringClass()) : own;
        return common == null ? new Callers(false, false, Set.of()) : common;
    }

    /** The strictest of the annotations at one place. */
    private static @Nullable Callers on(AnnotatedElement place) {
        if (place.isAnnotationPresent(DenyAll.class)) {
            return new Callers(true, false, Set.of());
        }
        RolesAllowed allowed = place.getAnnotation(RolesAllowed.class);
        if (allowed != null) {
            return new Callers(true, false, Set.of(allowed.value()));
        }
        return place.isAnnotationPresent(PermitAll.class) ? new Callers(true, true, Set.of()) : null;
    }

    boolean include(Viewer viewer) {
        return everybody
                || viewer.roles().stream().anyMatch(roles::contains)
                || (viewer.signedIn() && roles.contains(SIGNED_IN));
    }
}
