package dev.quipu.change;

import org.hibernate.event.spi.EventSource;
import org.jspecify.annotations.Nullable;

/** Takes part in each flush, beside the rules. */
public interface FlushStep {

    /** Cascades have run and rules have not: what it sets is ruled, and joins the flush. */
    void beforeRules(EventSource session);

    /** The rules have settled, and Hibernate is about to write. */
    void beforeWriting(EventSource session);

    /** Hibernate has written. */
    void written(EventSource session);

    /** Why nobody may write to that table outside a flush; null if anybody may. */
    @Nullable
    String refusal(String table);
}
