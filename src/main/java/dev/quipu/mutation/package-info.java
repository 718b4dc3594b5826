/**
 * Writing: an operation is a list of commands in one transaction.
 *
 * <ol>
 *   <li>The caller turns its request into {@link dev.quipu.mutation.Command}s, which name entities, attributes and values, and where
 *       each stands in the request.
 *   <li>{@link dev.quipu.mutation.Mutations} opens a transaction with a fresh session and lets the caller read what it wants to know of
 *       rows before they change.
 *   <li>The commands are carried out in their order, in memory: rows are loaded, made, changed, removed. Nothing is flushed, so the
 *       rules see the whole operation at once.
 *   <li>What speaks against it so far (rows that are not there, other versions, values that do not fit, Bean Validation) is collected
 *       and refused together.
 *   <li>One flush: the rules settle every derived attribute, Hibernate writes, the invariants are judged on the settled state.
 *   <li>The caller reads the settled rows, and the transaction commits; that of a preview is rolled back.
 *   <li>If other transactions got in the way, all of it happens again from step 2; every other failure becomes a
 *       {@link dev.quipu.mutation.Refusal} that points to the part of the request to blame.
 *   <li>Under an {@link dev.quipu.mutation.IdempotencyKey} the answer is kept in the same transaction ({@code KeptAnswers}), and
 *       whoever sends the request again gets that.
 * </ol>
 *
 * <p>Absent on purpose: a check that needs a statement where a constraint of the database tells the same, and any knowledge of GraphQL.
 */
@NullMarked
package dev.quipu.mutation;

import org.jspecify.annotations.NullMarked;
