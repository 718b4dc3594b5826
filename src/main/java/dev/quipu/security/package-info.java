/** Who asks, and what they may do. */
@NullMarked
package dev.quipu.security;

import org.jspecify.annotations.NullMarked;
