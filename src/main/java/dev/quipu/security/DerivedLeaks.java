package dev.quipu.security;

import dev.quipu.rule.tool.AttributeEdge;
import dev.quipu.rule.tool.AttributeEdge.Node;
import dev.quipu.security.Right.Fixed;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds derived attributes that would tell somebody of what they may not read. A sum tells something of its summands, so a grant of all
 * attributes does not cover it where the summands are restricted: it has to be named, which says that it is meant.
 */
final class DerivedLeaks {

    private final Map<String, EntityGrants> grants;

    DerivedLeaks(Map<String, EntityGrants> grants) {
        this.grants = grants;
    }

    /** One sentence for each role and attribute. */
    Collection<String> problems(Collection<AttributeEdge> edges) {
        Set<String> problems = new LinkedHashSet<>();
        for (AttributeEdge edge : edges) {
            Node to = edge.to();
            rolesThatReadAll(to)
                    .filter(role -> !mayRead(role, edge))
                    .forEach(role -> problems.add("SEC-104 "
                            + to.entity() + "." + to.name() + ": whoever is \"" + role
                            + "\" may read it as one of all attributes, but it follows from "
                            + edge.from().entity() + "."
                            + edge.from().name()
                            + ", which they may not read in every row. Name it in a @Grant if it may be told, or name"
                            + " the others instead of Grant.ALL."));
        }
        return problems;
    }

    /** To whom the attribute is open since all are, and not by its name. */
    private Stream<String> rolesThatReadAll(Node attribute) {
        List<UnderstoodGrant> about = of(attribute).about(attribute.name());
        Set<String> named = roles(about.stream().filter(grant -> !grant.namesAll()));
        return roles(about.stream().filter(UnderstoodGrant::namesAll)).stream().filter(role -> !named.contains(role));
    }

    private static Set<String> roles(Stream<UnderstoodGrant> grants) {
        Set<String> roles = new LinkedHashSet<>();
        grants.filter(UnderstoodGrant::reads)
                .forEach(grant -> roles.addAll(List.of(grant.grant().roles())));
        return roles;
    }

    private boolean mayRead(String role, AttributeEdge edge) {
        Node from = edge.from();
        Rights rights = new Rights(grants, Set.of(role));
        boolean sameRow = from.entity().equals(edge.to().entity());
        return rights.attribute(from.entity(), from.name(), Action.READ) == Fixed.ALWAYS
                && (sameRow || rights.rows(from.entity(), Action.READ) == Fixed.ALWAYS);
    }

    private EntityGrants of(Node attribute) {
        EntityGrants found = grants.get(attribute.entity());
        if (found == null) {
            throw new IllegalArgumentException("There is no entity " + attribute.entity());
        }
        return found;
    }
}
