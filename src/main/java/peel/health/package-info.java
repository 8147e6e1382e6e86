/** Whether the service is ready, which requires a dataset in PostgreSQL. Liveness comes from Quarkus. */
package peel.health;
