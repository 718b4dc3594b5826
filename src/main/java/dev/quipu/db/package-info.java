/**
 * The schema and its versions. Liquibase's changelog makes the tables, and the mapping of the entities says the same: a test holds
 * the two together. What a schema needs beside the entities, {@link dev.quipu.db.ConstraintNames names} and
 * {@link dev.quipu.db.ReferenceIndexes indexes}, is added to the mapping here, so that nobody writes it by hand.
 */
@NullMarked
package dev.quipu.db;

import org.jspecify.annotations.NullMarked;
