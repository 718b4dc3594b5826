package dev.quipu.rule.engine.interleaving;

import dev.quipu.change.Settlement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hibernate.Session;

/** The steps of one session. */
record Script(List<Step> steps) {

    /** A session that does nothing. */
    static final Script NONE = new Script(List.of());

    /** Load, change and flush, commit: the change made once, or twice to different rows, with a flush each. */
    static Script of(Change<?> change, List<Rows> flushes) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step("load for \"" + change + "\"", client -> load(change, flushes, client)));
        for (int i = 0; i < flushes.size(); i++) {
            int flush = i;
            steps.add(new Step(change + ", flush", client -> {
                client.prepared().get(flush).run();
                client.session().flush();
            }));
        }
        steps.add(new Step("commit", client -> {
            Settlement.settle(client.session());
            client.session().getTransaction().commit();
        }));
        return new Script(steps);
    }

    private static void load(Change<?> change, List<Rows> flushes, Client client) {
        Session session = client.session();
        List<Runnable> found = new ArrayList<>();
        for (Rows rows : flushes) {
            found.add(change.prepare(session, rows));
        }
        if (found.stream().allMatch(Objects::isNull)) {
            throw new NothingFoundException();
        }
        found.replaceAll(one -> one == null ? () -> {} : one);
        client.prepare(found);
    }
}
