/**
 * What one transaction changed, before and after. The only package that touches Hibernate's event and engine internals.
 */
@NullMarked
package dev.quipu.change;

import org.jspecify.annotations.NullMarked;
