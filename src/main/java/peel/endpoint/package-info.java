/** The GraphQL endpoint: HTTP in front, execution behind. */
package peel.endpoint;
