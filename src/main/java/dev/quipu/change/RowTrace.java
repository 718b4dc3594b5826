package dev.quipu.change;

import dev.quipu.model.EntityModel;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.hibernate.event.spi.EventSource;

/**
 * The rows that the rules change in one session from now on, also those that the session never reads.
 *
 * <pre>{@code
 * try (RowTrace trace = RowTrace.begin(session)) {
 *     order.items.get(0).quantity = 3;
 *     Settlement.settle(session);
 *     trace.changed(); // {Order=[7], OrderItem=[3], User=[1]}
 * }
 * }</pre>
 *
 * <p>Compared is what each row's derived attributes were before the first flush and are after the last. Rows that the application
 * inserts or deletes are not among them, but those that a rule itself inserts are. A session has one trace at a time.
 */
public interface RowTrace extends AutoCloseable {

    /** Begins to take note. */
    static RowTrace begin(Session session) {
        return RuledFlush.rulesOf(session.getSessionFactory()).trace(session.unwrap(EventSource.class));
    }

    /** The ids by entity so far; they remain after the end. */
    Map<EntityModel, List<Object>> changed();

    /** Ends it. */
    @Override
    void close();
}
