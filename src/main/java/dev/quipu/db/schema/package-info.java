/**
 * A schema of PostgreSQL as a value, and how two of them differ.
 *
 * <ol>
 *   <li>{@link dev.quipu.db.schema.SchemaReader} reads one from the catalog.
 *   <li>{@link dev.quipu.db.schema.EntitySchema} has Hibernate make the one that the entities describe, and takes it back.
 *   <li>{@link dev.quipu.db.schema.Difference} is what one has and the other has not, or has otherwise.
 *   <li>{@link dev.quipu.db.schema.SchemaDrift} says how the database differs from the entities.
 * </ol>
 *
 * <p>Names and definitions are as people write them in SQL, in quotes where they must be. Views, functions, triggers and extensions do not come
 * from entities and are passed over; so are the tables that tell the versions.
 */
@NullMarked
package dev.quipu.db.schema;

import org.jspecify.annotations.NullMarked;
