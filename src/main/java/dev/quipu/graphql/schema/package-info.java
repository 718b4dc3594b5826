/** To be described. */
@NullMarked
package dev.quipu.graphql.schema;

import org.jspecify.annotations.NullMarked;
