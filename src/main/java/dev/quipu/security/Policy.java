package dev.quipu.security;

import dev.quipu.model.Model;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.SessionFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;

/** All grants of the application, read once; immutable. */
public final class Policy {

    private final Map<String, EntityGrants> byEntity = new LinkedHashMap<>();
    private final Map<Set<String>, Rights> ofRoles = new ConcurrentHashMap<>();

    private Policy() {}

    /**
     * Reads the annotations of the entities.
     *
     * @throws IllegalStateException with all that is wrong with them
     */
    public static Policy read(Model model, SessionFactory sessionFactory) {
        RowTestReader tests = new RowTestReader(model, sessionFactory.unwrap(SessionFactoryImplementor.class));
        GrantReader reader = new GrantReader(tests);
        Policy policy = new Policy();
        model.entities().forEach(entity -> policy.byEntity.put(entity.name(), reader.read(entity)));
        if (!reader.problems().isEmpty()) {
            throw new IllegalStateException(String.join("\n", reader.problems()));
        }
        return policy;
    }

    /** What the viewer may do. */
    public Access of(Viewer viewer) {
        Set<String> roles = viewer.signedIn() ? withSignedIn(viewer.roles()) : viewer.roles();
        return new Access(viewer, rights(roles));
    }

    private static Set<String> withSignedIn(Set<String> roles) {
        Set<String> all = new HashSet<>(roles);
        all.add(Grant.SIGNED_IN);
        return all;
    }

    private Rights rights(Set<String> roles) {
        // who names the roles is the database, which has few
        return ofRoles.computeIfAbsent(Set.copyOf(roles), some -> new Rights(byEntity, some));
    }
}
