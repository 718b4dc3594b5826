package dev.quipu.rule.engine.interleaving;

import dev.quipu.rule.engine.interleaving.Theatre.Played;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Two changes of the same rows, each in a session of its own.
 *
 * @param flushes how many flushes each session makes
 */
record Pair(Change<?> first, Change<?> second, int flushes) {

    static Stream<Pair> all(int flushes) {
        return IntStream.range(0, Changes.ALL.size()).boxed().flatMap(i -> Changes.ALL.stream()
                .skip(i)
                .map(second -> new Pair(Changes.ALL.get(i), second, flushes)));
    }

    Script script(int session) {
        List<Rows> rows = Stream.of(Rows.first(session), Rows.second(session))
                .limit(flushes)
                .toList();
        return Script.of(session == 0 ? first : second, rows);
    }

    List<List<Integer>> orders() {
        return Interleavings.of(script(0).steps().size(), script(1).steps().size());
    }

    /**
     * What is left when one session comes after the other, or alone.
     *
     * @param both one state or two; none if they cannot both commit
     */
    record Serial(List<String> none, List<String> first, List<String> second, Set<List<String>> both) {

        Set<List<String>> allowed(Played played) {
            if (played.bothCommitted()) {
                return both;
            }
            boolean one = played.result().first() == Outcome.COMMITTED;
            boolean two = played.result().second() == Outcome.COMMITTED;
            return Set.of(one ? first : two ? second : none);
        }
    }

    Serial serial(Theatre theatre) throws Exception {
        Script script0 = script(0);
        Script script1 = script(1);
        List<List<Integer>> orders = orders();
        Set<List<String>> both = new LinkedHashSet<>();
        for (List<Integer> order : List.of(orders.get(0), orders.get(orders.size() - 1))) {
            Played played = theatre.play(script0, script1, order);
            if (played.bothCommitted()) {
                both.add(played.stored());
            }
        }
        return new Serial(
                theatre.untouched(),
                theatre.alone(first + " | " + flushes, script0, 0),
                theatre.alone(second + " | " + flushes, script1, 1),
                both);
    }

    /** What is wrong with the end of a play; empty if it is as if the acknowledged sessions had come one after the other. */
    static List<String> problems(Theatre theatre, Serial serial, Played played) throws Exception {
        List<String> problems = new ArrayList<>(theatre.differences(played));
        Set<List<String>> allowed = serial.allowed(played);
        if (!allowed.contains(played.stored())) {
            problems.add("not as if one came after the other:");
            allowed.forEach(state -> problems.add("  of one sequence missing: " + without(state, played.stored())
                    + ", instead: " + without(played.stored(), state)));
            if (allowed.isEmpty()) {
                problems.add("  in sequence they never both commit");
            }
        }
        return problems;
    }

    private static List<String> without(List<String> lines, List<String> removed) {
        return lines.stream().filter(line -> !removed.contains(line)).toList();
    }

    @Override
    public String toString() {
        return first + " | " + second + (flushes == 1 ? "" : " | " + flushes + " flushes");
    }
}
