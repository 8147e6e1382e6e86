/** The embedded PostgreSQL server, which the service starts if no JDBC URL is configured. */
package peel.embedded;
