/**
 * How much one request may ask for.
 *
 * <ol>
 *   <li>{@code Documents} measures a document before graphql-java validates it: numbers as text, tokens, then, with all fragments
 *       spread, depth, fields and aliases. A fragment is measured once, however often it is spread.
 *   <li>{@code Complexity} estimates what a valid operation reads, with its variables, before anything is read: rows times fields.
 *   <li>{@code InputBounds} says what values may be, wherever they come from.
 *   <li>{@code Turnstile} lets a bounded number of requests in at a time.
 * </ol>
 */
@NullMarked
package dev.quipu.graphql.limit;

import org.jspecify.annotations.NullMarked;
