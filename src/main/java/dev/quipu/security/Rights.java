package dev.quipu.security;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What those who have certain roles may do, worked out once for each question. */
final class Rights {

    private final Map<String, EntityGrants> grants;
    private final Set<String> roles;
    private final Map<Question, Right> known = new ConcurrentHashMap<>();

    Rights(Map<String, EntityGrants> grants, Set<String> roles) {
        this.grants = grants;
        this.roles = roles;
    }

    /** @param attribute null for the row */
    private record Question(String entity, @Nullable String attribute, Action action) {}

    Right rows(String entity, Action action) {
        return known.computeIfAbsent(
                new Question(entity, null, action), question -> right(of(entity).rows(), action));
    }

    Right attribute(String entity, String attribute, Action action) {
        return known.computeIfAbsent(
                new Question(entity, attribute, action),
                question -> right(of(entity).about(attribute), action));
    }

    private EntityGrants of(String entity) {
        EntityGrants found = grants.get(entity);
        if (found == null) {
            throw new IllegalArgumentException("There is no entity \"" + entity + "\"");
        }
        return found;
    }

    private Right right(List<Grant> all, Action action) {
        return Right.of(all.stream()
                .filter(grant -> Arrays.asList(grant.actions()).contains(action))
                .filter(grant -> Stream.of(grant.roles()).anyMatch(roles::contains))
                .toList());
    }
}
