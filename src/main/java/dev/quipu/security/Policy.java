package dev.quipu.security;

import dev.quipu.model.Model;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** All grants of the application, read once; immutable. */
public final class Policy {

    private final Map<String, EntityGrants> byEntity = new LinkedHashMap<>();
    private final Map<Set<String>, Rights> ofRoles = new ConcurrentHashMap<>();

    private Policy() {}

    /** Reads the annotations of the entities. */
    public static Policy read(Model model) {
        Policy policy = new Policy();
        model.entities().forEach(entity -> policy.byEntity.put(entity.name(), EntityGrants.read(entity)));
        return policy;
    }

    public Iterable<EntityGrants> grants() {
        return byEntity.values();
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
