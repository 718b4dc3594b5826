package dev.quipu.testing.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.quipu.model.Nearest;
import dev.quipu.rule.RuleStep;
import dev.quipu.rule.RuleViolationException;
import dev.quipu.rule.Violation;
import dev.quipu.rule.tool.RuleList;
import dev.quipu.rule.tool.RuleVerification;
import dev.quipu.testing.RuledDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Changes to rows that were given; the methods say what they must come to. */
public final class Case {

    private static final int MOST_CHANGES = 5;

    private final RuledDatabase database;
    private final Contents given;
    private final List<Change> changes;

    Case(RuledDatabase database, Contents given, List<Change> changes) {
        if (changes.size() > MOST_CHANGES) {
            throw new IllegalArgumentException(changes.size() + " changes have too many orders, " + MOST_CHANGES
                    + " are allowed. Put those together that belong together.");
        }
        this.database = database;
        this.given = given;
        this.changes = changes;
    }

    /**
     * Exactly this follows, besides what the changes assign themselves: every other attribute of every row of every table is as it
     * was given, versions included. Of a row that the changes insert, only the attributes expected here are looked at.
     */
    public Case then(Expectation... expectations) {
        forEachRun(run -> {
            run.play(database);
            new Differences(database.sessionFactory(), changes, given, contents()).verify(List.of(expectations));
            assertThat(new RuleVerification(database.sessionFactory())
                            .verify()
                            .findings()
                            .toList())
                    .as("what differs from the rules' results from scratch")
                    .isEmpty();
        });
        return this;
    }

    /** Exactly these rules refuse it, {@code "User.withinCreditLimit"}, and nothing has changed. */
    public Case isRefusedBy(String... rules) {
        requireKnown(rules);
        forEachRun(run -> {
            Throwable refusal = refusal(run);
            assertThat(violated(refusal))
                    .as("rules that refuse, in %s", refusal)
                    .containsExactlyInAnyOrder(rules);
            assertThat(contents()).isEqualTo(given);
        });
        return this;
    }

    /** It is refused with such an exception, {@code ParentMissingException.class}, and nothing has changed. */
    public Case isRefused(Class<? extends RuntimeException> exception) {
        forEachRun(run -> {
            assertThat(refusal(run)).isInstanceOf(exception);
            assertThat(contents()).isEqualTo(given);
        });
        return this;
    }

    private Throwable refusal(Run run) {
        Throwable refusal = catchThrowable(() -> run.play(database));
        assertThat(refusal).as("it was not refused").isNotNull();
        return refusal;
    }

    /** These rules change nothing and judge nothing: {@code "User.balance"}, {@code "User.withinCreditLimit"}. */
    public Case doesNotFire(String... rules) {
        requireKnown(rules);
        forEachRun(run -> {
            List<RuleStep> steps = run.play(database);
            assertThat(steps).as("what the rules did").noneMatch(step -> List.of(rules)
                    .contains(step.rule()));
        });
        return this;
    }

    private void requireKnown(String... rules) {
        List<String> known = new RuleList(database.sessionFactory())
                .lines().stream().map(RuleList.Line::rule).toList();
        for (String rule : rules) {
            if (!known.contains(rule)) {
                String nearest = Nearest.to(rule, known);
                throw new IllegalArgumentException("There is no rule \"" + rule + "\" (there are "
                        + String.join(", ", known) + ")." + (nearest == null ? "" : " Maybe \"" + nearest + "\"?"));
            }
        }
    }

    private static List<String> violated(Throwable refusal) {
        return refusal instanceof RuleViolationException violation
                ? violation.violations().stream()
                        .map(Violation::rule)
                        .distinct()
                        .toList()
                : List.of();
    }

    private Contents contents() {
        return database.read(Contents::read);
    }

    private void forEachRun(Consumer<Run> check) {
        for (List<Change> order : orders(changes)) {
            for (boolean flushEach : changes.size() == 1 ? new boolean[] {false} : new boolean[] {false, true}) {
                Run run = new Run(order, changes, flushEach);
                try {
                    check.accept(run);
                } catch (AssertionError failure) {
                    throw new AssertionError(run + ": " + failure.getMessage(), failure);
                }
            }
        }
    }

    private static List<List<Change>> orders(List<Change> changes) {
        if (changes.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Change>> orders = new ArrayList<>();
        for (Change first : changes) {
            List<Change> rest = new ArrayList<>(changes);
            rest.remove(first);
            for (List<Change> order : orders(rest)) {
                List<Change> whole = new ArrayList<>(List.of(first));
                whole.addAll(order);
                orders.add(whole);
            }
        }
        return orders;
    }
}
