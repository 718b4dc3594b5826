/**
 * Who changed what, and when: stamps on the rows themselves, and the trail of {@link dev.quipu.audit.Audited} entities.
 *
 * <p>Both hang on the flush, as the rules do ({@link dev.quipu.change.FlushStep}):
 *
 * <ol>
 *   <li>Before the rules, which may read them, {@code Stamps} sets the stamps of each row that the application inserts or changes.
 *   <li>When the rules have settled, {@code Trail} sees the audited rows that Hibernate is about to write, as they were.
 *   <li>When it has written, the trail compares, and inserts its entries with one statement.
 * </ol>
 */
@NullMarked
package dev.quipu.audit;

import org.jspecify.annotations.NullMarked;
