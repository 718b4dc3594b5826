/**
 * The description of the entities that everything else is derived from: entity, attribute, relation; what is derived, hidden or
 * soft-deletable. Read once from Hibernate's mapping, immutable from then on.
 */
@NullMarked
package dev.quipu.model;

import org.jspecify.annotations.NullMarked;
