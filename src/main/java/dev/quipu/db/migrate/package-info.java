/**
 * The next version of the schema, written from the entities: {@code db migrate -m "add nickname to users"}.
 *
 * <ol>
 *   <li>{@link dev.quipu.db.migrate.Changelog} is played in a scratch schema; what was renamed is renamed in it.
 *   <li>{@link dev.quipu.db.schema.Difference} says what the entities have otherwise.
 *   <li>{@link dev.quipu.db.migrate.Plan} makes each difference a {@link dev.quipu.db.migrate.Step}, which has a way back, and puts them
 *       in an order in which each finds what it needs; what needs somebody's word is refused, all of it at once.
 *   <li>{@link dev.quipu.rule.tool.RuleBackfill} gives the statements that fill new and changed derived attributes.
 *   <li>{@link dev.quipu.db.migrate.Proof} plays the file up, down and up, in a scratch schema again. Only then it is kept.
 * </ol>
 */
@NullMarked
package dev.quipu.db.migrate;

import org.jspecify.annotations.NullMarked;
