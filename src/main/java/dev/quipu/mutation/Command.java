package dev.quipu.mutation;

import dev.quipu.model.EntityModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that an operation does. */
public sealed interface Command {

    /** The entity whose row the command's result is. */
    EntityModel entity();

    /** Where the command's input stands in the request. */
    InputPath path();

    /** Makes a row, and others with it. */
    record Create(InputPath path, RowWrite row) implements Command {
        @Override
        public EntityModel entity() {
            return row.entity();
        }
    }

    /** Makes rows of one entity, and others with them. */
    record CreateAll(InputPath path, EntityModel entity, List<RowWrite> rows) implements Command {
        public CreateAll {
            rows = List.copyOf(rows);
        }
    }

    /** Changes a row. */
    record Update(InputPath path, RowTarget target, RowWrite patch) implements Command {
        @Override
        public EntityModel entity() {
            return patch.entity();
        }
    }

    /** Changes every row that matches, in the order of their ids. */
    record UpdateAll(InputPath path, Matching matching, RowWrite patch) implements Command {
        @Override
        public EntityModel entity() {
            return patch.entity();
        }
    }

    /**
     * Changes a row if it exists, else makes it.
     *
     * @param patch null to leave a row that exists as it is
     */
    record Upsert(
            InputPath path,
            RowTarget target,
            RowWrite create,
            @Nullable RowWrite patch) implements Command {
        @Override
        public EntityModel entity() {
            return create.entity();
        }
    }

    /** Removes a row with all that depends on it; a soft-deletable one can be restored. */
    record Delete(InputPath path, RowTarget target) implements Command {
        @Override
        public EntityModel entity() {
            return target.key().entity();
        }
    }

    /** Removes every row that matches, as {@link Delete} does. */
    record DeleteAll(InputPath path, Matching matching) implements Command {
        @Override
        public EntityModel entity() {
            return matching.entity();
        }
    }

    /** Brings a soft-deleted row back. */
    record Restore(InputPath path, RowKey key) implements Command {
        @Override
        public EntityModel entity() {
            return key.entity();
        }
    }

    /**
     * Runs code that takes part in the operation's transaction. It runs again if the operation is tried again, and not at all if the
     * operation is refused by then.
     *
     * @param rows the rows that the code wants to have
     */
    record Call(InputPath path, List<RowKey> rows, CalledCode code) implements Command {

        public Call {
            rows = List.copyOf(rows);
        }

        /** A call has no row of its own. */
        @Override
        public EntityModel entity() {
            throw new IllegalStateException("a call gives what its code returns");
        }
    }
}
