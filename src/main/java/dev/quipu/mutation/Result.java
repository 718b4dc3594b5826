package dev.quipu.mutation;

import dev.quipu.model.EntityModel;

/**
 * What came of one command.
 *
 * @param id of the row that was made, changed, removed or restored
 */
public record Result(Command command, Object id) {

    public EntityModel entity() {
        return command.entity();
    }
}
