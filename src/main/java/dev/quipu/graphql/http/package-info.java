/**
 * GraphQL over HTTP, in front of SmallRye's own endpoint, which runs what no request should.
 *
 * <ol>
 *   <li>{@code Endpoint} takes every request to the API's path before SmallRye sees it.
 *   <li>{@code MediaType} reads what the client accepts, {@code RequestReader} method, type and body: GET for queries, POST of JSON
 *       within bounds, nothing else. {@code BoundedJson} parses.
 *   <li>{@code HttpExecution} hands the request to {@code GuardedExecution}, within SmallRye's request context.
 *   <li>{@code Reply} writes the answer. A request that was not executed is a 4xx, with a GraphQL error as body; what was executed is
 *       a 200, whatever came of it.
 *   <li>WebSockets speak {@code graphql-transport-ws}: {@code SocketGate} looks at their Origin, {@code TransportSocket} at their
 *       messages.
 * </ol>
 */
@NullMarked
package dev.quipu.graphql.http;

import org.jspecify.annotations.NullMarked;
