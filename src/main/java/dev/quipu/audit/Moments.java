package dev.quipu.audit;

import dev.quipu.change.TransactionEnd;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.hibernate.event.spi.EventSource;

/** The one time at which everything in a transaction happens: that of its first stamp or entry. */
final class Moments {

    private final InstantSource clock;
    /** Weak, since a session that is closed before its transaction ends does not say when that is. */
    private final Map<EventSource, Instant> moments = Collections.synchronizedMap(new WeakHashMap<>());

    Moments(InstantSource clock) {
        this.clock = clock;
    }

    Instant of(EventSource session) {
        return moments.computeIfAbsent(session, begun -> {
            TransactionEnd.register(session, () -> {}, committed -> moments.remove(session));
            // as exact as PostgreSQL keeps it
            return clock.instant().truncatedTo(ChronoUnit.MICROS);
        });
    }
}
