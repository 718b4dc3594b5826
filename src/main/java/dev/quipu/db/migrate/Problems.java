package dev.quipu.db.migrate;

import java.util.ArrayList;
import java.util.List;

/** What stands in the way of a migration; all of it is told at once. */
final class Problems {

    private final List<String> found = new ArrayList<>();

    void add(String problem) {
        found.add(problem);
    }

    void refuse() {
        if (!found.isEmpty()) {
            throw new MigrationException(String.join(System.lineSeparator(), found));
        }
    }
}
