/**
 * Two sessions that change the same rows, their steps in every order, in the manner of PostgreSQL's isolation tester.
 *
 * <ol>
 *   <li>A {@code Change} of the model {@code Haulage} becomes a {@code Script}: load, change and flush, commit.
 *   <li>{@code Interleavings} makes all orders of two scripts' steps.
 *   <li>{@code TwoSessions} plays one order: a step that waits for the other session's lock waits, while the other goes on.
 *   <li>{@code Pair} holds the end against what the acknowledged sessions leave when they run one after the other: so no
 *       acknowledged change is lost, and a refused session has changed nothing.
 *   <li>{@code Theatre} holds it against {@code Recomputation} and the tool's verification.
 *   <li>{@code AllowList} says which pairs of {@code Outcome}s each pair of changes may have.
 * </ol>
 */
@NullMarked
package dev.quipu.rule.engine.interleaving;

import org.jspecify.annotations.NullMarked;
