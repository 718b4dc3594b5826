/** To be described. */
@NullMarked
package dev.quipu.security;

import org.jspecify.annotations.NullMarked;
