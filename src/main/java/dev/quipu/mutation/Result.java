package dev.quipu.mutation;

import dev.quipu.model.EntityModel;
import dev.quipu.mutation.CallRunner.Returned;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of one command.
 *
 * @param ids of the rows that were made, changed, removed or restored: one, but for the commands that write several; those that were
 *     made in the order of the request, others in the order of the ids;
 *     of a call, what its code {@link #returned}
 * @param created whether the row of an upsert was made
 */
public record Result(Command command, List<Object> ids, boolean created) {

    public Result {
        ids = List.copyOf(ids);
    }

    Result(Command command, Object id) {
        this(command, List.of(id), false);
    }

    /** The id of the only row. */
    public Object id() {
        return ids.get(0);
    }

    /** What the code of a call returned. */
    public @Nullable Object returned() {
        return ((Returned) id()).value();
    }

    public EntityModel entity() {
        return command.entity();
    }
}
