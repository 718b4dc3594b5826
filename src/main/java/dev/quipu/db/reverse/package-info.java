/**
 * Entities from a database that exists:
 *
 * <ol>
 *   <li>{@link dev.quipu.db.reverse.Catalog} reads the schema, in a read-only transaction;
 *   <li>{@link dev.quipu.db.reverse.Selection} sorts the tables that Quipu can serve from those that it cannot, with a reason;
 *   <li>{@link dev.quipu.db.reverse.EntityNames} names classes, attributes and collections;
 *   <li>{@link dev.quipu.db.reverse.EntityWriter} writes the source of each entity, {@link dev.quipu.db.reverse.Baseline} the changeset
 *       that makes the same schema elsewhere;
 *   <li>{@link dev.quipu.db.reverse.ProjectFiles} puts them into the project, never over a file that exists.
 * </ol>
 */
@NullMarked
package dev.quipu.db.reverse;

import org.jspecify.annotations.NullMarked;
