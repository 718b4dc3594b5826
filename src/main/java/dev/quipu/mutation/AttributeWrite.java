package dev.quipu.mutation;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is to be written to one attribute. */
public sealed interface AttributeWrite {

    /** Where the attribute stands in the request. */
    InputPath path();

    /**
     * A plain attribute gets a value.
     *
     * @param value of the attribute's Java type
     */
    record Value(InputPath path, @Nullable Object value) implements AttributeWrite {}

    /**
     * A plain attribute gets a value that takes long to work out.
     *
     * @param value gives it, of the attribute's Java type and fit for its column; the same each time, and at once if its caller has
     *     asked for it before the transaction
     */
    record Later(InputPath path, Supplier<Object> value) implements AttributeWrite {}

    /** A reference gets a target. */
    sealed interface Reference extends AttributeWrite {}

    /** The target is a row that exists. */
    record Connect(InputPath path, RowKey key) implements Reference {}

    /** The target is a new row. */
    record Create(InputPath path, RowWrite row) implements Reference {}

    /** The target is the row with that key, made if it does not exist. */
    record ConnectOrCreate(InputPath path, RowKey key, RowWrite row) implements Reference {}

    /** The reference becomes null. */
    record Disconnect(InputPath path) implements Reference {}

    /** A collection's elements change, in the order of the list. */
    record Elements(InputPath path, List<ElementWrite> writes) implements AttributeWrite {

        public Elements {
            writes = List.copyOf(writes);
        }
    }
}
