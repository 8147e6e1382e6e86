/** Reads GraphQL requests from HTTP and refuses those that are malformed or come from other sites. */
@NullMarked
package peel.endpoint.request;

import org.jspecify.annotations.NullMarked;
