package dev.quipu.mutation;

import dev.quipu.model.EntityModel;
import dev.quipu.mutation.Refusal.Place;

/**
 * A row that was made or changed as a request said.
 *
 * @param command the position of the command that did it
 * @param row the entity
 */
record WrittenRow(int command, RowWrite write, Object row) {

    EntityModel entity() {
        return write.entity();
    }

    /** Where the request names the attribute, or else the row. */
    Place placeOf(String attribute) {
        return new Place(command, write.pathOf(attribute));
    }
}
