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
 * <h2>Where rights are judged</h2>
 *
 * <ul>
 *   <li>A row that may not be read is not there: {@code RowFinder} and {@code MatchingRows} search as whoever asks. A reference by id is
 *       looked up where rows of its target may be hidden, except where a rule would insert the target. Replacing a collection leaves its
 *       hidden elements.
 *   <li>{@code Judgement} refuses at once what may never be done, and notes the rest. What a command does to rows that exist is judged
 *       before anything of it is flushed; what it writes, once all is flushed, and before the invariants: one statement each for an entity,
 *       an action and the attributes whose conditions are not those of the row. Where nothing depends on the row there is none. What
 *       has to be flushed in between, because later commands search, is judged then and again at the end. Rows that are deleted are
 *       locked before they are judged, since nobody can judge them afterwards.
 *   <li>Judged are the attributes that the request writes, not what a new row gets by default. A reference that is set by nesting needs
 *       no right of its own, the new row as a whole must be one that may be made; to connect or disconnect an element is to change its
 *       reference. What a cascade removes, what comes back with a restored row, and what rules and code write, needs none.
 *   <li>Both judgements see what is committed by then. A row that another transaction changes in between has another version when it is
 *       written, so all of it happens again; one without a version, or a row that a grant looks at and nobody writes, may change unnoticed.
 *   <li>Rows are restored first and judged then, since no statement sees them before.
 *   <li>{@code Discretion} keeps back what refusals would tell of hidden rows and attributes, and says what it cannot keep back;
 *       {@code Holders} does so for unique values, {@code VisibleSteps} for what the rules did.
 * </ul>
 *
 * <p>Absent on purpose: a check that needs a statement where a constraint of the database tells the same, and any knowledge of GraphQL.
 */
@NullMarked
package dev.quipu.mutation;

import org.jspecify.annotations.NullMarked;
