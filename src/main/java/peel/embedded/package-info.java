/** The embedded PostgreSQL server, which the service starts if no JDBC URL is configured. */
@NullMarked
package peel.embedded;

import org.jspecify.annotations.NullMarked;
