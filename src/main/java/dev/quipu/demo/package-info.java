/** Rows to play with, for dev mode. */
@NullMarked
package dev.quipu.demo;

import org.jspecify.annotations.NullMarked;
