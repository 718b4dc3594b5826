/**
 * What one transaction changed, before and after; the only package that touches Hibernate's event and engine internals.
 *
 * <ol>
 *   <li>{@code RuledFlush} and {@code RuledAutoFlush} take the place of Hibernate's flush listeners. They call
 *       {@link dev.quipu.change.FlushRules} when cascades have run and orphans are known, and before Hibernate notes what it
 *       will write, so that what the rules set joins the same flush; and again when it has written.
 *   <li>{@link dev.quipu.change.ManagedRow} shows one entity instance as the row it stands for, and lets a rule write into it
 *       without Hibernate taking the write for the application's.
 *   <li>{@link dev.quipu.change.Settlement} is for those who want to know before commit whether the invariants hold;
 *       {@link dev.quipu.change.Explanation} for those who want to know what the rules did, and why;
 *       {@link dev.quipu.change.RowTrace} for those who want to know which rows the rules changed.
 *   <li>{@link dev.quipu.change.SoftDeletion} restores and purges softly deleted rows, which Hibernate itself passes over.
 * </ol>
 */
@NullMarked
package dev.quipu.change;

import org.jspecify.annotations.NullMarked;
