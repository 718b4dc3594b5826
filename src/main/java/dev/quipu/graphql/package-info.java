/** To be described. */
@NullMarked
package dev.quipu.graphql;

import org.jspecify.annotations.NullMarked;
