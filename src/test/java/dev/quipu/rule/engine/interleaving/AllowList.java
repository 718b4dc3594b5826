package dev.quipu.rule.engine.interleaving;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** How each pair may end; after an intended change, play all with {@code -Dgolden.update} and review the difference. */
final class AllowList {

    private static final Path FILE = Path.of("src/test/resources/interleavings.txt");
    private static final boolean UPDATE = System.getProperty("golden.update") != null;

    private final Map<String, Set<String>> allowed = new TreeMap<>();

    AllowList() {
        try {
            List<String> lines = Files.exists(FILE) ? Files.readAllLines(FILE) : List.of();
            for (String line : lines) {
                String[] parts = line.split(": ");
                allowed.put(parts[0], new TreeSet<>(List.of(parts[1].split(", "))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The endings of a pair: {@code "COMMITTED + STALE"}. */
    Set<String> of(Pair pair, Set<String> seen) {
        if (UPDATE) {
            allowed.put(pair.toString(), seen);
        }
        return allowed.getOrDefault(pair.toString(), Set.of());
    }

    void save() {
        if (!UPDATE) {
            return;
        }
        List<String> lines = allowed.entrySet().stream()
                .map(pair -> pair.getKey() + ": " + String.join(", ", pair.getValue()))
                .toList();
        try {
            Files.write(FILE, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
