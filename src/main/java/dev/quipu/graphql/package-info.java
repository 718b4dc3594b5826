/**
 * The GraphQL language in front of {@code query} and {@code mutation}, and nothing else.
 *
 * <ol>
 *   <li>At startup {@code Hosting} derives the schema from the model ({@link dev.quipu.graphql.schema.DerivedSchema}), has SmallRye
 *       build its endpoint's schema again and adds the derived part to it. What answers the root fields comes from the beans of type
 *       {@link dev.quipu.graphql.fetch.RootFetchers}; one that nobody answers stops the start.
 *   <li>A request comes by HTTP or a WebSocket ({@code graphql.http}) and enters at {@code GuardedExecution}. There {@code Entrance}
 *       refuses what has not the form of a request, is not trusted, or is too large ({@code graphql.limit}).
 *   <li>{@code QueryStrategy} and {@code MutationStrategy} let {@code Admission} decide whether the operation may run, by who asks
 *       and by how much it would read.
 *   <li>A root field turns its selection, the whole tree below it, into neutral values and has them answered. The root fields of a
 *       mutation are all understood first, and then carried out together: one transaction, one answer, or only errors.
 *   <li>What is written as code joins in: an operation that returns or takes entities is one of these root fields, and a field of an
 *       entity is put in when the rows have been read ({@link dev.quipu.graphql.code}).
 *   <li>What comes back is {@link dev.quipu.graphql.Json}: finished, passed through the strategies, and copied into the response.
 *       What graphql-java would enforce while completing it (non-null, enums, types) the compiler guarantees.
 *   <li>{@link dev.quipu.graphql.ErrorMapping} gives every error its code, at the exit and nowhere else.
 * </ol>
 */
@NullMarked
package dev.quipu.graphql;

import org.jspecify.annotations.NullMarked;
