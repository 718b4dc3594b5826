package dev.quipu.mutation;

import dev.quipu.model.EntityModel;

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

    /** Changes a row. */
    record Update(InputPath path, RowTarget target, RowWrite patch) implements Command {
        @Override
        public EntityModel entity() {
            return patch.entity();
        }
    }

    /** Removes a row with all that depends on it; a soft-deletable one can be restored. */
    record Delete(InputPath path, RowTarget target) implements Command {
        @Override
        public EntityModel entity() {
            return target.key().entity();
        }
    }

    /** Brings a soft-deleted row back. */
    record Restore(InputPath path, RowKey key) implements Command {
        @Override
        public EntityModel entity() {
            return key.entity();
        }
    }
}
