package dev.quipu.rule.engine;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with the rules, collected so that it is all told at once. */
final class Problems {

    private final List<String> messages = new ArrayList<>();

    /** One problem: its number, the place, and what is there with the remedy. */
    void add(int number, String place, String explanation) {
        messages.add("RULE-" + number + " " + place + ": " + explanation);
    }

    boolean isEmpty() {
        return messages.isEmpty();
    }

    /**
     * Stops the start if there is a problem.
     *
     * @throws RuleProblemsException with all of them
     */
    void throwIfAny() {
        if (!messages.isEmpty()) {
            throw new RuleProblemsException(messages);
        }
    }
}
