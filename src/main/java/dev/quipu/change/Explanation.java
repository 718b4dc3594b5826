package dev.quipu.change;

import dev.quipu.rule.RuleStep;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.event.spi.EventSource;

/**
 * What the rules do in one session from now on: each step of each flush, and the judgement of the invariants. The steps of a
 * transaction that fails are there too, up to the failure.
 *
 * <pre>{@code
 * try (Explanation explanation = Explanation.begin(session)) {
 *     order.items.get(0).quantity = 3;
 *     Settlement.settle(session);
 *     explanation.steps().forEach(System.out::println); // OrderItem.amount of OrderItem 3: 24.00 → 36.00, since ..
 * }
 * }</pre>
 *
 * <p>Several may go on in one session, each sees what happens from its own beginning. Like the session, it is for one thread.
 */
public final class Explanation implements AutoCloseable {

    private final List<RuleStep> steps = new ArrayList<>();
    private final Runnable end;

    private Explanation(EventSource session) {
        end = RuledFlush.rulesOf(session.getSessionFactory()).explain(session, steps::add);
    }

    /** Begins to write down the steps. */
    public static Explanation begin(Session session) {
        return new Explanation(session.unwrap(EventSource.class));
    }

    /** The steps so far, in the order of evaluation; they remain after the end. */
    public List<RuleStep> steps() {
        return List.copyOf(steps);
    }

    /** Ends it. */
    @Override
    public void close() {
        end.run();
    }
}
