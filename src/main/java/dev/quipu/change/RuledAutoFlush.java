package dev.quipu.change;

import java.util.Set;
import org.hibernate.FlushMode;
import org.hibernate.event.internal.DefaultAutoFlushEventListener;
import org.hibernate.event.spi.AutoFlushEvent;
import org.hibernate.event.spi.EventSource;
import org.hibernate.event.spi.FlushEvent;

/**
 * Hibernate's flush before a query. It also flushes when a pending change would reach the query's tables only through rules, and
 * it runs the rules only if the flush is executed: a preparation that is thrown away must not count.
 */
final class RuledAutoFlush extends DefaultAutoFlushEventListener {

    private final FlushRules rules;
    private final RuledFlush flush;

    RuledAutoFlush(FlushRules rules, RuledFlush flush) {
        this.rules = rules;
        this.flush = flush;
    }

    @Override
    public void onAutoFlush(AutoFlushEvent event) {
        EventSource session = event.getSession();
        if (!mayNeedFlush(event, session)) {
            return;
        }
        var persistenceContext = session.getPersistenceContextInternal();
        var actionQueue = session.getActionQueue();
        if (!event.isSkipPreFlush()) {
            preFlush(session, persistenceContext);
        }
        int collectionRemovals = actionQueue.numberOfCollectionRemovals();
        flushEverythingToExecutions(event, persistenceContext, session);
        boolean needed = session.getHibernateFlushMode() == FlushMode.ALWAYS
                || actionQueue.areTablesToBeUpdated(widened(event.getQuerySpaces()));
        actionQueue.clearFromFlushNeededCheck(collectionRemovals);
        event.setFlushRequired(needed);
        if (needed) {
            flush.onFlush(new FlushEvent(session));
        }
    }

    private Set<String> widened(Set<String> querySpaces) {
        return querySpaces == null || querySpaces.isEmpty() ? querySpaces : rules.feeding(querySpaces);
    }

    private static boolean mayNeedFlush(AutoFlushEvent event, EventSource session) {
        var persistenceContext = session.getPersistenceContextInternal();
        boolean empty = persistenceContext.getNumberOfManagedEntities() == 0
                && persistenceContext.getCollectionEntriesSize() == 0;
        return !empty
                && switch (session.getHibernateFlushMode()) {
                    case ALWAYS -> true;
                    case AUTO ->
                        event.getQuerySpaces() == null
                                || !event.getQuerySpaces().isEmpty();
                    case MANUAL, COMMIT -> false;
                };
    }
}
