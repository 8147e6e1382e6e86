/** The readiness check, which reads the dataset's revision from PostgreSQL. Liveness comes from Quarkus. */
package peel.health;
