/** Whether the service is ready, which requires a dataset in PostgreSQL. Liveness comes from Quarkus. */
@NullMarked
package peel.health;

import org.jspecify.annotations.NullMarked;
