/** Payments that are allocated to invoices by observers of {@link dev.quipu.rule.RowChanged}: a worked example, and its tests. */
@NullUnmarked
package dev.quipu.events;

import org.jspecify.annotations.NullUnmarked;
