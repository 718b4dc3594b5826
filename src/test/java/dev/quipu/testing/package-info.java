/** What tests share. */
@NullMarked
package dev.quipu.testing;

import org.jspecify.annotations.NullMarked;
