/**
 * The DSL in which users of Quipu test their rules; it starts at {@link dev.quipu.testing.verifier.RuleVerifier}.
 *
 * <ol>
 *   <li>{@code given} stores rows, with the rules at work, and remembers all tables ({@code Contents}).
 *   <li>{@code when} takes {@code Change}s; each of their orders is played on the given rows, in one flush and in a flush each.
 *   <li>{@code then} compares all tables with those given: what differs must be expected, what is expected must differ. What is
 *       stored must also equal what the rules give from scratch.
 * </ol>
 */
@NullMarked
package dev.quipu.testing.verifier;

import org.jspecify.annotations.NullMarked;
