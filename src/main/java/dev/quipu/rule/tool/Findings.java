package dev.quipu.rule.tool;

import java.util.List;

/**
 * What was found about one rule.
 *
 * @param rule the rule's name with its entity's
 * @param total how many rows
 * @param shown some of them: those with the smallest ids
 */
public record Findings(String rule, long total, List<? extends Finding> shown) {

    public Findings {
        shown = List.copyOf(shown);
    }

    /** For people: a line each, indented below the rule. */
    String text() {
        StringBuilder text = new StringBuilder(rule + ": " + total + "\n");
        shown.forEach(finding -> text.append("  ").append(finding).append('\n'));
        if (shown.size() < total) {
            text.append("  and ").append(total - shown.size()).append(" more\n");
        }
        return text.toString();
    }
}
