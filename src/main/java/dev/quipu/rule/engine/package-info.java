/**
 * The rule engine: annotations become a plan at startup, and at each flush the plan settles what changed.
 *
 * <p>At startup ({@code RulePlanner}), stopping at any problem and telling all of them:
 *
 * <ol>
 *   <li>{@code RuleReader} reads the annotations; {@code Suggestions} and {@code TypeCheck} say what is wrong with them.
 *   <li>{@code AttributeGraph} finds which derived attribute reads which, refuses {@code Cycles}, and groups the attributes into
 *       {@code Stage}s: one entity each, everything it reads settled before.
 * </ol>
 *
 * <p>At a flush ({@code Run}), after Hibernate's cascades and before its SQL:
 *
 * <ol>
 *   <li>Collect the rows that the application changed in an attribute that rules read ({@code Rows}); refuse assignments of derived
 *       attributes ({@code Assignments}); insert the parents that do not exist, where a rule asks for it ({@code MissingParents}).
 *   <li>Take the earliest stage with work ({@code Agenda}) and for it
 *       <ol>
 *         <li>lock the parents that its rows read live, the farthest first ({@code Ancestors}), and find the stored children of
 *             parents that changed ({@code LiveParents});
 *         <li>lock its changed rows in the order of their ids and take what they hold now as the base ({@code Rebase}); bring its
 *             sums, counts and extremes up to date, in the locking round trip itself where nothing in the row depends on the result
 *             ({@code Adjuster}, {@code UnseenAdjustment}); look for an extreme anew only when it has left ({@code Extremes}),
 *             and average anew what has no sum and count beside it ({@code Averages});
 *         <li>compute expressions and copies ({@code Locals});
 *         <li>carry each row's difference on to the parents it counts for, netted per parent ({@code Propagation}).
 *       </ol>
 *   <li>Repeat until no stage has work.
 *   <li>Hand to Hibernate what it inserts or updates anyway, write the other rows, one statement an entity ({@code Writer}).
 *   <li>Note which invariants the flush may have broken; at the end of the transaction judge them on the settled state
 *       ({@code Ledger}).
 * </ol>
 *
 * <p>Where an explanation or the log listens ({@code Listeners}), each value that changes and each judgement is a step with its cause
 * ({@code Steps}, {@code Change}); where nobody does, none is made.
 *
 * <p>After the flush, for entities that somebody listens to ({@code Watch}; no other row costs anything):
 *
 * <ol>
 *   <li>Before Hibernate writes, each row that it or the rules are about to write is seen as it was ({@code Sighting}); when it has
 *       written, compared with what it is, and read if only rules have touched it.
 *   <li>The differences are told, and the session is flushed again, until nobody changes anything ({@code Journal}). So observers
 *       find everything written, may query, and their own changes start from a settled state.
 *   <li>When the transaction has ended, the differences of all its flushes are told once for each row, netted.
 *   <li>{@code RowObservers} passes them on to CDI.
 * </ol>
 *
 * <p>What holds throughout:
 *
 * <ul>
 *   <li>A row's state is an array with Hibernate's positions; see {@link dev.quipu.expr.StateLayout}.
 *   <li>A row is read for a decision only under a lock that lasts until the end of the transaction; READ COMMITTED suffices.
 *   <li>Locks are taken in one order: parents that are read live before the children that read them, children before the parents
 *       that sum them, rows of one entity by id and in one statement.
 *   <li>A difference is taken between what parents have counted and what the row is now, never between flushes; so the order of the
 *       changes within a transaction does not matter.
 *   <li>Absent on purpose: triggers, advisory locks, deferred constraints, queries that sum anew what is kept.
 * </ul>
 */
@NullMarked
package dev.quipu.rule.engine;

import org.jspecify.annotations.NullMarked;
