package dev.quipu.testing.verifier;

import dev.quipu.change.Explanation;
import dev.quipu.change.Settlement;
import dev.quipu.rule.RuleStep;
import dev.quipu.testing.RuledDatabase;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.Session;

/**
 * One way to make the changes of a case.
 *
 * @param flushEach whether each change is flushed before the next is made
 */
record Run(List<Change> order, List<Change> written, boolean flushEach) {

    /** Makes the changes on the rows that were given; what the rules did. */
    List<RuleStep> play(RuledDatabase database) {
        database.read(session -> {
            Contents.restore(session);
            return null;
        });
        return database.read(this::make);
    }

    private List<RuleStep> make(Session session) {
        try (Explanation explanation = Explanation.begin(session)) {
            for (Change change : order) {
                change.make(session);
                if (flushEach) {
                    session.flush();
                }
            }
            Settlement.settle(session);
            return explanation.steps();
        }
    }

    /** The order by the places that the changes have in {@code when(..)}. */
    @Override
    public String toString() {
        return order.stream()
                .map(change -> String.valueOf(written.indexOf(change) + 1))
                .collect(Collectors.joining(
                        ", ", "changes in the order ", flushEach ? ", a flush each" : ", one flush"));
    }
}
