/** The PostgreSQL server that the service brings along and runs when no JDBC URL is configured. */
package peel.embedded;
