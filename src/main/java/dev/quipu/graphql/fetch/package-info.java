/** To be described. */
@NullMarked
package dev.quipu.graphql.fetch;

import org.jspecify.annotations.NullMarked;
