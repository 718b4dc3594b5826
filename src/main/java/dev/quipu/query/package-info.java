/** To be described. */
@NullMarked
package dev.quipu.query;

import org.jspecify.annotations.NullMarked;
