/**
 * From a request to the neutral values of {@code query} and {@code mutation}: one class reads one argument or one kind of
 * selection. {@link dev.quipu.graphql.fetch.Reads} runs what was read on a worker thread,
 * {@link dev.quipu.graphql.fetch.Writes} what is to be written.
 */
@NullMarked
package dev.quipu.graphql.fetch;

import org.jspecify.annotations.NullMarked;
