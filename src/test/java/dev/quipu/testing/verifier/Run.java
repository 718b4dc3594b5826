package dev.quipu.testing.verifier;

import dev.quipu.change.Settlement;
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

    /** Makes the changes on the rows that were given. */
    void play(RuledDatabase database) {
        database.read(session -> {
            Contents.restore(session);
            return null;
        });
        database.transact(this::make);
    }

    private void make(Session session) {
        for (Change change : order) {
            change.make(session);
            if (flushEach) {
                session.flush();
            }
        }
        Settlement.settle(session);
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
