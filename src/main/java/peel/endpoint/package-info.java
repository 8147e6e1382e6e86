/**
 * GraphQL over HTTP. {@link peel.endpoint.GraphQLEndpoint} has the routes, {@link peel.endpoint.Exchange} receives a
 * request and sends its answer, and {@link peel.endpoint.answer.Responder} decides what the answer is.
 */
@NullMarked
package peel.endpoint;

import org.jspecify.annotations.NullMarked;
