package dev.quipu.rule.engine;

import dev.quipu.rule.RuleStep;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.hibernate.event.spi.EventSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Who is told the steps of the rules: those who explain a session, and the log. */
final class Listeners {

    private static final Logger LOG = Logger.getLogger(RuleStep.class.getPackageName());

    /** Weak, since a session may be closed with an explanation still open. */
    private final Map<EventSource, List<Consumer<RuleStep>>> bySession =
            Collections.synchronizedMap(new WeakHashMap<>());

    /** Whom to tell the steps of a session; null if nobody listens, and then nobody makes any. */
    @Nullable
    Consumer<RuleStep> of(EventSource session) {
        List<Consumer<RuleStep>> explanations = bySession.get(session);
        if (explanations == null) {
            return LOG.isDebugEnabled() ? LOG::debug : null;
        }
        return step -> {
            LOG.debug(step);
            explanations.forEach(explanation -> explanation.accept(step));
        };
    }

    /** Tells a listener the steps of a session until what is returned is run. */
    Runnable add(EventSource session, Consumer<RuleStep> listener) {
        bySession.computeIfAbsent(session, s -> new CopyOnWriteArrayList<>()).add(listener);
        return () -> bySession.computeIfPresent(session, (s, listeners) -> {
            listeners.remove(listener);
            return listeners.isEmpty() ? null : listeners;
        });
    }
}
