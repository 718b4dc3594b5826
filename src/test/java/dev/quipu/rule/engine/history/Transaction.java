package dev.quipu.rule.engine.history;

import java.util.List;
import java.util.stream.Collectors;

/** Changes that belong together. */
record Transaction(List<Change> changes, boolean commits) {

    Transaction {
        changes = List.copyOf(changes);
    }

    @Override
    public String toString() {
        return changes.stream().map(Change::toString).collect(Collectors.joining("\n    ", "  {\n    ", "\n  }"))
                + (commits ? "" : " rolled back");
    }
}
