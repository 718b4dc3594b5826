package dev.quipu.change;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hibernate.SessionFactory;
import org.hibernate.engine.spi.PersistenceContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.internal.DefaultAutoFlushEventListener;
import org.hibernate.event.internal.DefaultFlushEventListener;
import org.hibernate.event.internal.DefaultMergeEventListener;
import org.hibernate.event.service.spi.DuplicationStrategy;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventSource;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.FlushEvent;
import org.hibernate.event.spi.PreDeleteEventListener;

/** Hibernate's flush, with the rules between the cascades and the writing. */
public final class RuledFlush extends DefaultFlushEventListener {

    private final FlushRules rules;
    private final List<FlushStep> steps = new CopyOnWriteArrayList<>();

    private RuledFlush(FlushRules rules) {
        this.rules = rules;
    }

    /** Puts the rules into a session factory's flushes. */
    public static void install(SessionFactoryImplementor sessionFactory, FlushRules rules) {
        var listeners = sessionFactory.getEventEngine().getListenerRegistry();
        RuledFlush flush = new RuledFlush(rules);
        replace(listeners, EventType.FLUSH, DefaultFlushEventListener.class, flush);
        replace(listeners, EventType.AUTO_FLUSH, DefaultAutoFlushEventListener.class, new RuledAutoFlush(rules, flush));
        replace(listeners, EventType.MERGE, DefaultMergeEventListener.class, new RuledMerge(rules));
        // with a listener, Hibernate reads a reference before it deletes its row, so the rules see the row go
        listeners.appendListeners(EventType.PRE_DELETE, (PreDeleteEventListener) deletion -> false);
        if (sessionFactory.getSessionFactoryOptions().getStatementInspector() instanceof BypassGuard guard) {
            guard.guard(rules, flush.steps);
        }
    }

    /** Adds a step to the flushes of a session factory that has rules. */
    public static void join(SessionFactory sessionFactory, FlushStep step) {
        of(sessionFactory).steps.add(step);
    }

    /** The rules of a session factory. */
    static FlushRules rulesOf(SessionFactory sessionFactory) {
        return of(sessionFactory).rules;
    }

    private static RuledFlush of(SessionFactory sessionFactory) {
        var listeners = sessionFactory
                .unwrap(SessionFactoryImplementor.class)
                .getEventEngine()
                .getListenerRegistry()
                .getEventListenerGroup(EventType.FLUSH)
                .listeners();
        for (Object listener : listeners) {
            if (listener instanceof RuledFlush flush) {
                return flush;
            }
        }
        throw new IllegalStateException("the rules are not installed in this session factory");
    }

    /** {@code setListeners} would evict the listeners that others have added. */
    private static <T> void replace(
            EventListenerRegistry registry, EventType<T> type, Class<? extends T> replaced, T listener) {
        var group = registry.getEventListenerGroup(type);
        group.addDuplicationStrategy(new DuplicationStrategy() {
            @Override
            public boolean areMatch(Object added, Object present) {
                return added == listener && present.getClass() == replaced;
            }

            @Override
            public Action getAction() {
                return Action.REPLACE_ORIGINAL;
            }
        });
        group.appendListener(listener);
    }

    @Override
    public void onFlush(FlushEvent event) {
        EventSource session = event.getSession();
        BypassGuard.inFlush(() -> {
            super.onFlush(event);
            steps.forEach(step -> step.written(session));
        });
        rules.written(session);
    }

    @Override
    protected void preFlush(EventSource session, PersistenceContext persistenceContext) {
        super.preFlush(session, persistenceContext);
        steps.forEach(step -> step.beforeRules(session));
        rules.settle(session);
        LeftBehind.refuse(session);
        steps.forEach(step -> step.beforeWriting(session));
    }

    @Override
    protected void flushEverythingToExecutions(
            FlushEvent event, PersistenceContext persistenceContext, EventSource session) {
        LateAssignments late = LateAssignments.after(session, rules);
        super.flushEverythingToExecutions(event, persistenceContext, session);
        late.refuse();
    }
}
