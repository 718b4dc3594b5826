/**
 * The derived schema: what it has and how it is called, one {@code SchemaAspect} a class, all listed in
 * {@link dev.quipu.graphql.schema.DerivedSchema}. {@link dev.quipu.graphql.schema.Names} has every name,
 * {@link dev.quipu.graphql.schema.Shown} knows what is left out.
 */
@NullMarked
package dev.quipu.graphql.schema;

import org.jspecify.annotations.NullMarked;
