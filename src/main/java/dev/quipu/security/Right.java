package dev.quipu.security;

import java.util.Set;

/** In which rows somebody may do something. */
public sealed interface Right {

    /** In all, or in none. */
    enum Fixed implements Right {
        ALWAYS,
        NEVER
    }

    /**
     * In those that pass at least one of these tests.
     *
     * @param tests at least one
     */
    record Where(Set<RowTest> tests) implements Right {
        public Where {
            tests = Set.copyOf(tests);
        }
    }
}
