/**
 * Random histories on models of any shape.
 *
 * <ol>
 *   <li>{@code RandomHistory} makes up transactions from a seed, knowing nothing but the model.
 *   <li>{@code Play} makes the changes as an application would, and after every flush asks
 *   <li>{@code Recomputation}, which lets PostgreSQL compute each derived attribute from what its rule reads, one step each. If every
 *       step is right, so is every chain of steps.
 *   <li>{@code Shrinking} makes a history that fails short enough to read.
 * </ol>
 *
 * The models are in {@code history.model}, one class each.
 */
@NullMarked
package dev.quipu.rule.engine.history;

import org.jspecify.annotations.NullMarked;
