package dev.quipu.load;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Every value that was written or may have been, and when. */
final class Journal {

    /** The name under which a row's being there is noted: "true" when it is made, "false" when it is deleted. */
    static final String EXISTS = "exists";

    private static final long NEVER = Long.MAX_VALUE;

    /** An attribute of a row. */
    record Cell(String table, long id, String column) {}

    private record Write(long sent, long acknowledged, String value) {}

    private final Map<Cell, List<Write>> writes = new ConcurrentHashMap<>();

    void acknowledged(Cell cell, String value, long sent, long answered) {
        note(cell, new Write(sent, answered, value));
    }

    /** Nobody knows whether it was done: the answer did not come. */
    void unknown(Cell cell, String value, long sent) {
        note(cell, new Write(sent, NEVER, value));
    }

    private void note(Cell cell, Write write) {
        writes.compute(cell, (key, present) -> {
            List<Write> all = present == null ? new ArrayList<>() : present;
            all.add(write);
            return all;
        });
    }

    Set<Cell> cells() {
        return writes.keySet();
    }

    /** All values that it may ever have had. */
    Set<String> ever(Cell cell) {
        Set<String> values = new HashSet<>();
        writes.getOrDefault(cell, List.of()).forEach(write -> values.add(write.value()));
        return values;
    }

    /** The values that it may have now: of each write that no other followed, sent when this one was acknowledged already. */
    Set<String> last(Cell cell) {
        List<Write> all = writes.getOrDefault(cell, List.of());
        long latest = all.stream()
                .filter(write -> write.acknowledged() != NEVER)
                .mapToLong(Write::sent)
                .max()
                .orElse(Long.MIN_VALUE);
        Set<String> values = new HashSet<>();
        all.stream().filter(write -> write.acknowledged() > latest).forEach(write -> values.add(write.value()));
        return values;
    }
}
