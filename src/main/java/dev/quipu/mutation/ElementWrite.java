package dev.quipu.mutation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to happen to elements of one row's collection. */
public sealed interface ElementWrite {

    /** A new element. */
    record Create(RowWrite row) implements ElementWrite {}

    /** A row that exists leaves its present owner and becomes an element. */
    record Connect(RowKey key) implements ElementWrite {}

    /** An element becomes nobody's; only where its reference to the owner may be null. */
    record Disconnect(RowKey key) implements ElementWrite {}

    /** An element changes. */
    record Update(RowTarget target, RowWrite patch) implements ElementWrite {}

    /**
     * An element changes if it exists, else it is made.
     *
     * @param key null for one to be made in any case
     */
    record Upsert(
            @Nullable RowKey key, RowWrite create, @Nullable RowWrite patch) implements ElementWrite {}

    /** An element is deleted. */
    record Delete(RowTarget target) implements ElementWrite {}

    /**
     * The collection becomes these elements. Others are deleted if the owner removes its orphans or the reference must not be null,
     * else they become nobody's.
     */
    record Replace(List<Upsert> elements) implements ElementWrite {

        public Replace {
            elements = List.copyOf(elements);
        }
    }
}
