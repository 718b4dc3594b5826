package dev.quipu.rule.tool;

import java.util.List;

/**
 * What a repair wrote.
 *
 * @param rules one entry for each rule of which something was wrong, with the value that was there and the one that is now
 */
public record RepairReport(List<Findings> rules) {

    public RepairReport {
        rules = List.copyOf(rules);
    }

    /** How many values it wrote. */
    public long total() {
        return rules.stream().mapToLong(Findings::total).sum();
    }

    /** For people; the values are those before the repair. */
    public String text() {
        StringBuilder text = new StringBuilder();
        rules.forEach(rule -> text.append(rule.text()));
        return text.append(total() == 0 ? "Nothing to repair.\n" : total() + " values repaired.\n")
                .toString();
    }
}
