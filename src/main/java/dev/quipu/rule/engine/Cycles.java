package dev.quipu.rule.engine;

import dev.quipu.rule.engine.AttributeGraph.Attribute;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds attributes that read themselves, through whatever others. */
final class Cycles {

    private final Map<Attribute, Set<Attribute>> reads;
    private final Set<Attribute> finished = new HashSet<>();

    Cycles(Map<Attribute, Set<Attribute>> reads) {
        this.reads = reads;
    }

    void report(Problems problems) {
        reads.keySet().forEach(attribute -> follow(attribute, new ArrayList<>(), problems));
    }

    private void follow(Attribute attribute, List<Attribute> trail, Problems problems) {
        int start = trail.indexOf(attribute);
        if (start >= 0) {
            List<Attribute> cycle = new ArrayList<>(trail.subList(start, trail.size()));
            cycle.add(attribute);
            problems.add(
                    120,
                    attribute.toString(),
                    "reads itself: "
                            + cycle.stream().map(Attribute::toString).collect(Collectors.joining(" reads "))
                            + ". Take one of these rules away, or let it read what does not come back to it.");
            return;
        }
        if (finished.contains(attribute)) {
            return;
        }
        trail.add(attribute);
        reads.getOrDefault(attribute, Set.of()).forEach(read -> follow(read, trail, problems));
        trail.remove(trail.size() - 1);
        finished.add(attribute);
    }

    /** A rule that goes up a relation of an entity to itself, and one that comes down again to what the first reads. */
    static void reportMixed(
            Map<Attribute, Set<Attribute>> reads,
            Map<Attribute, Set<Attribute>> upwards,
            Map<Attribute, Set<Attribute>> downwards,
            Problems problems) {
        Map<Attribute, Set<Attribute>> all = new HashMap<>();
        for (var edges : List.of(reads, upwards, downwards)) {
            edges.forEach((reader, read) ->
                    all.computeIfAbsent(reader, r -> new HashSet<>()).addAll(read));
        }
        upwards.forEach((upper, lowers) -> downwards.forEach((lower, uppers) -> {
            boolean circle = lowers.stream().anyMatch(read -> reaches(all, read, lower))
                    && uppers.stream().anyMatch(read -> reaches(all, read, upper));
            if (circle) {
                problems.add(
                        121,
                        upper.toString(),
                        "goes up a relation that " + lower + " comes down again, without an end."
                                + " Take one of the two rules away.");
            }
        }));
    }

    private static boolean reaches(Map<Attribute, Set<Attribute>> edges, Attribute from, Attribute to) {
        Set<Attribute> seen = new HashSet<>();
        Deque<Attribute> queue = new ArrayDeque<>(List.of(from));
        while (!queue.isEmpty()) {
            Attribute attribute = queue.remove();
            if (attribute.equals(to)) {
                return true;
            }
            if (seen.add(attribute)) {
                queue.addAll(edges.getOrDefault(attribute, Set.of()));
            }
        }
        return false;
    }
}
