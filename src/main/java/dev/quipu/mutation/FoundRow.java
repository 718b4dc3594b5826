package dev.quipu.mutation;

import dev.quipu.model.EntityModel;

/**
 * A row that a command named and the database had.
 *
 * @param row the entity
 */
record FoundRow(EntityModel entity, Object row) {}
