/**
 * One HQL expression, understood twice: Hibernate parses and types it (SQM), as it does for a query, and this package turns what
 * it parsed into a closure over an entity's state. The closure gives what PostgreSQL would give for the same text.
 *
 * <ol>
 *   <li>{@link dev.quipu.expr.Expression} lets Hibernate translate the text, for values and for predicates.
 *   <li>{@code ExpressionCompiler} turns each kind of SQM node into a {@code Node}; a kind it does not know is an error.
 *   <li>{@code Arithmetic}, {@code Comparison}, {@code Logic} and {@code Functions} hold what PostgreSQL does with the values.
 * </ol>
 *
 * <p>State is an array: an entity's attributes where Hibernate keeps them, a reference as the id of its target, and the
 * entity's own id at the end; see {@link dev.quipu.expr.StateLayout}.
 */
@NullMarked
package dev.quipu.expr;

import org.jspecify.annotations.NullMarked;
