package dev.quipu.rule.engine.history;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One step of a transaction. A step whose rows are not there, or not there any more, does nothing. */
sealed interface Change {

    /**
     * A new row.
     *
     * @param values by attribute; a {@link Key} for a reference
     * @param way how it gets to know its parents, and the session it
     */
    record Insert(Key row, Map<String, @Nullable Object> values, Way way) implements Change {}

    /** Another value, or another parent. */
    record Assign(Key row, String attribute, @Nullable Object value, Way way) implements Change {}

    /** Removal, for good or softly, as the entity has it. */
    record Remove(Key row) implements Change {}

    /** The row leaves its parent's collection, loaded for the purpose; orphan removal does the rest. */
    record Orphan(Key row, String reference) implements Change {}

    /** A softly deleted row comes back, and what fell with it. */
    record Restore(Key row) implements Change {}

    /** A soft-deletable row, deleted or not, goes for good. */
    record Purge(Key row) implements Change {}

    /** An instance removed in this transaction is persisted after all. */
    record Revive(Key row) implements Change {}

    /** Everything is flushed, and the session forgets it. */
    record Clear() implements Change {}

    /** An explicit flush. */
    record Flush() implements Change {}

    /** A query, before which Hibernate flushes what could change its answer. */
    record Query(String entity) implements Change {}

    /** How a parent comes into the session. */
    enum Way {
        /** It is read. */
        FOUND,
        /** A reference to it is enough. */
        UNREAD,
        /** Its collection is loaded, and takes the child where it cascades. */
        COLLECTED
    }
}
