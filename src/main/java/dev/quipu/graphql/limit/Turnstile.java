package dev.quipu.graphql.limit;

import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets a bounded number of requests in at a time. Beyond it, waiting would only make everybody slower.
 *
 * <pre>{@code if (turnstile.enter()) { try { ... } finally { turnstile.leave(); } }}</pre>
 */
@Singleton
public class Turnstile {

    private final int max;
    private final AtomicInteger inside = new AtomicInteger();

    Turnstile(Limits limits) {
        this.max = limits.requests();
    }

    /** Whether there was room; then {@link #leave} is due, once. */
    public boolean enter() {
        if (inside.incrementAndGet() <= max) {
            return true;
        }
        inside.decrementAndGet();
        return false;
    }

    public void leave() {
        inside.decrementAndGet();
    }
}
