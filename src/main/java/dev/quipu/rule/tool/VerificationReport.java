package dev.quipu.rule.tool;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a verification found.
 *
 * @param rules one entry for each rule that was verified, in the order of evaluation, invariants last
 * @param unverifiable the names of the copies: a copy is the value of its time, and nothing tells what it was
 */
public record VerificationReport(List<Findings> rules, List<String> unverifiable) {

    public VerificationReport {
        rules = List.copyOf(rules);
        unverifiable = List.copyOf(unverifiable);
    }

    /** Whether everything is as the rules say. */
    public boolean clean() {
        return total() == 0;
    }

    /** How many values and rows are not as the rules say. */
    public long total() {
        return rules.stream().mapToLong(Findings::total).sum();
    }

    /** For people. */
    public String text() {
        StringBuilder text = new StringBuilder();
        rules.stream().filter(rule -> rule.total() > 0).forEach(rule -> text.append(rule.text()));
        text.append(rules.size()).append(" rules verified in one snapshot: ");
        text.append(clean() ? "everything stored is as they say.\n" : total() + " differences.\n");
        if (!unverifiable.isEmpty()) {
            text.append("Not verified, being copies of their time: " + String.join(", ", unverifiable) + "\n");
        }
        return text.toString();
    }

    /** Those that are shown. */
    public Stream<Finding> findings() {
        return rules.stream().flatMap(rule -> rule.shown().stream());
    }
}
