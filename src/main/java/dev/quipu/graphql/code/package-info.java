/**
 * What is written as code beside the derived schema, in classes with {@code @GraphQLApi} and on the entities themselves.
 *
 * <ol>
 *   <li>SmallRye reads the operations. {@link dev.quipu.graphql.code.CodeFirstModel} fits them to the derived schema before it is built:
 *       an entity that is returned becomes the derived type, one that is taken becomes the input that names a row.
 *   <li>{@link dev.quipu.graphql.code.CodeFetchers} answers those that return or take entities. Such an operation is a command like any
 *       other: it finds its entities, runs in the operation's transaction, and what it returns is read again as the client asked.
 *   <li>All other operations run as stock.
 *   <li>A field of an entity is a place in the answer of the database. {@link dev.quipu.graphql.code.ComputedValues} loads the entities
 *       of the rows, calls the methods and puts the values in; only for requests that ask for such a field.
 * </ol>
 */
@NullMarked
package dev.quipu.graphql.code;

import org.jspecify.annotations.NullMarked;
