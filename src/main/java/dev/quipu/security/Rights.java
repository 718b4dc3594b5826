package dev.quipu.security;

import dev.quipu.security.Right.Fixed;
import dev.quipu.security.Right.Where;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
        Right rows = rows(entity, action);
        return known.computeIfAbsent(
                new Question(entity, attribute, action),
                question -> action == Action.READ && of(entity).comesWithRow(attribute)
                        ? Fixed.ALWAYS
                        : among(rows, right(of(entity).about(attribute), action)));
    }

    /** The right among rows that pass one of those tests already. */
    private static Right among(Right rows, Right right) {
        boolean passed = rows instanceof Where granted
                && right instanceof Where where
                && where.tests().containsAll(granted.tests());
        return passed ? Fixed.ALWAYS : right;
    }

    private EntityGrants of(String entity) {
        EntityGrants found = grants.get(entity);
        if (found == null) {
            throw new IllegalArgumentException("There is no entity \"" + entity + "\"");
        }
        return found;
    }

    private Right right(List<UnderstoodGrant> all, Action action) {
        List<UnderstoodGrant> given =
                all.stream().filter(grant -> grant.gives(action, roles)).toList();
        if (given.isEmpty()) {
            return Fixed.NEVER;
        }
        Set<RowTest> tests = new LinkedHashSet<>();
        for (UnderstoodGrant grant : given) {
            if (grant.test() == null) {
                return Fixed.ALWAYS;
            }
            tests.add(grant.test());
        }
        return new Where(tests);
    }
}
