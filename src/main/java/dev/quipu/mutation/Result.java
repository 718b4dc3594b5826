package dev.quipu.mutation;

import dev.quipu.model.EntityModel;
import dev.quipu.mutation.CallRunner.Returned;
import org.jspecify.annotations.Nullable;

/**
 * What came of one command.
 *
 * @param id of the row that was made, changed, removed or restored; of a call, what its code {@link #returned}
 */
public record Result(Command command, Object id) {

    /** What the code of a call returned. */
    public @Nullable Object returned() {
        return ((Returned) id()).value();
    }

    public EntityModel entity() {
        return command.entity();
    }
}
