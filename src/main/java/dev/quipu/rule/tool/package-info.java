/**
 * The tools around the rules. None of them takes part in a flush.
 *
 * <ul>
 *   <li>{@link dev.quipu.rule.tool.RuleList} says the rules in words, in the order of their evaluation.
 *   <li>{@link dev.quipu.rule.tool.RuleGraph} draws which attribute follows from which.
 *   <li>{@link dev.quipu.rule.tool.RuleVerification} compares what is stored with what its rule gives, one statement a rule, all in
 *       one snapshot.
 *   <li>{@link dev.quipu.rule.tool.RuleRepair} mends what differs, stage after stage, beside live writers.
 * </ul>
 *
 * <p>Both of the latter are made of {@code Recomputation}s: a rule as HQL over all rows. What they hold to:
 *
 * <ul>
 *   <li>Each rule is compared with the stored values that it reads. A wrong {@code OrderItem.amount} may so make
 *       {@code Order.amountTotal} differ too, and mending the first may mend both.
 *   <li>Softly deleted rows are passed over, as rules and queries pass over them: they neither count nor are compared, and who reads
 *       one live finds null. A restored row is compared again.
 *   <li>A {@code @CopyOf} is the value of its time; nothing in the database says what it was, so it cannot be verified.
 *   <li>Floating-point numbers are compared to nine digits: their sums depend on the order of the summands.
 * </ul>
 */
@NullMarked
package dev.quipu.rule.tool;

import org.jspecify.annotations.NullMarked;
