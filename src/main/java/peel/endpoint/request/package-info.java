/** Reads GraphQL requests from HTTP and refuses those that are malformed or come from other sites. */
package peel.endpoint.request;
