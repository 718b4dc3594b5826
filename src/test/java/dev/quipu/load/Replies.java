package dev.quipu.load;

import dev.quipu.load.Api.Reply;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** How often each kind of answer came. */
final class Replies {

    /** What a client must be ready for: rows that are gone, invariants. */
    private static final Set<String> EXPECTED =
            Set.of(Api.DONE, "NOT_FOUND", "CONSTRAINT_VIOLATION", "REFERENCE_VIOLATION", "BAD_USER_INPUT");

    private record Kind(String operation, String reply) implements Comparable<Kind> {

        @Override
        public int compareTo(Kind other) {
            int byOperation = operation.compareTo(other.operation);
            return byOperation == 0 ? reply.compareTo(other.reply) : byOperation;
        }
    }

    private final Map<Kind, LongAdder> counts = new ConcurrentSkipListMap<>();
    private final Map<String, String> examples = new ConcurrentSkipListMap<>();

    void count(String operation, Reply reply) {
        counts.computeIfAbsent(new Kind(operation, reply.kind()), kind -> new LongAdder())
                .increment();
        if (!reply.done()) {
            examples.putIfAbsent(operation + ", " + reply.kind(), reply.text());
        }
    }

    long done() {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().reply().equals(Api.DONE))
                .mapToLong(entry -> entry.getValue().sum())
                .sum();
    }

    /** Deadlocks, serialization failures, faults of the server, each with an example. */
    Map<String, String> unexpected() {
        Map<String, String> unexpected = new ConcurrentSkipListMap<>(examples);
        unexpected.keySet().removeIf(kind -> EXPECTED.contains(kind.substring(kind.indexOf(", ") + 2)));
        return unexpected;
    }

    @Override
    public String toString() {
        StringBuilder table = new StringBuilder("| operation | answer | times |\n|---|---|---|\n");
        counts.forEach((kind, count) ->
                table.append("| %s | %s | %d |\n".formatted(kind.operation(), kind.reply(), count.sum())));
        return table.toString();
    }
}
