package dev.quipu.rule.engine;

import java.util.List;

/** The application cannot start because rules are wrong; lists every problem with its place and its remedy. */
public final class RuleProblemsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    RuleProblemsException(List<String> problems) {
        super("the rules have " + problems.size() + (problems.size() == 1 ? " problem:" : " problems:") + "\n  "
                + String.join("\n  ", problems));
        this.problems = List.copyOf(problems);
    }

    /** One line each. */
    public List<String> problems() {
        return problems;
    }
}
