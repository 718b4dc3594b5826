package dev.quipu.security;

import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A grant as it stands in the code, and what its predicate means.
 *
 * @param test null for all rows
 */
record UnderstoodGrant(Grant grant, @Nullable RowTest test) {

    boolean gives(Action action, Set<String> roles) {
        return Stream.of(grant.actions()).anyMatch(action::equals)
                && Stream.of(grant.roles()).anyMatch(roles::contains);
    }

    boolean reads() {
        return Stream.of(grant.actions()).anyMatch(Action.READ::equals);
    }

    /** Whether it is about whatever attributes there are. */
    boolean namesAll() {
        return names(Grant.ALL);
    }

    /** Whether it is about the attribute, by its name or as one of all. */
    boolean names(String attribute) {
        return Stream.of(grant.attributes()).anyMatch(name -> name.equals(attribute) || name.equals(Grant.ALL));
    }
}
