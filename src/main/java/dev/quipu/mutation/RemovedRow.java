package dev.quipu.mutation;

import dev.quipu.model.EntityModel;
import dev.quipu.mutation.Refusal.Place;

/**
 * A row that was removed as a request said.
 *
 * @param place where the request says so
 * @param row the entity
 */
record RemovedRow(Place place, EntityModel entity, Object id, Object row) {

    /** Whether it is the row of that id, which is given as text. */
    boolean is(String idText) {
        return idText.equals(id.toString());
    }
}
