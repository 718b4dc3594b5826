package dev.quipu.security;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** In which rows somebody may do something. */
public sealed interface Right {

    /** In all, or in none. */
    enum Fixed implements Right {
        ALWAYS,
        NEVER
    }

    /**
     * Where at least one of these HQL predicates over the entity's attributes holds.
     *
     * @param texts at least one
     */
    record Where(Set<String> texts) implements Right {
        public Where {
            texts = Set.copyOf(texts);
        }
    }

    /** What these grants allow together. */
    static Right of(List<Grant> grants) {
        if (grants.isEmpty()) {
            return Fixed.NEVER;
        }
        Set<String> texts = new LinkedHashSet<>();
        for (Grant grant : grants) {
            if (grant.where().isBlank()) {
                return Fixed.ALWAYS;
            }
            texts.add(grant.where());
        }
        return new Where(texts);
    }
}
