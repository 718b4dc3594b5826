package dev.quipu.security;

import dev.quipu.model.Model;
import dev.quipu.model.Nearest;
import dev.quipu.rule.tool.AttributeEdge;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
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
        List<String> problems = new ArrayList<>(reader.problems());
        problems.addAll(new DerivedLeaks(policy.byEntity).problems(AttributeEdge.of(sessionFactory)));
        stopIfAny(problems);
        return policy;
    }

    /**
     * Checks the names of attributes in grants.
     *
     * @param fieldsOfCode by entity, the names of fields that code computes
     * @throws IllegalStateException with all that there are not
     */
    public void requireKnownNames(Map<String, Set<String>> fieldsOfCode) {
        List<String> problems = new ArrayList<>();
        byEntity.forEach((entity, grants) -> {
            Set<String> known = new LinkedHashSet<>(grants.entity().attributes().keySet());
            known.addAll(fieldsOfCode.getOrDefault(entity, Set.of()));
            grants.unknownNames(known).forEach(name -> {
                String nearest = Nearest.to(name, known);
                problems.add("SEC-105 " + entity + ": a @Grant names the attribute \"" + name
                        + "\", which there is not (there are " + known + ")."
                        + (nearest == null ? "" : " Maybe \"" + nearest + "\"?"));
            });
        });
        stopIfAny(problems);
    }

    /** What nobody may read, whatever their roles: entities, and attributes as {@code Product.costPrice}. */
    public List<String> closed() {
        return byEntity.values().stream().flatMap(EntityGrants::closed).toList();
    }

    private static void stopIfAny(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new IllegalStateException(String.join("\n", problems));
        }
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
