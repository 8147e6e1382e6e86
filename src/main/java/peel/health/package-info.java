/**
 * Whether the service can answer: liveness comes from Quarkus, readiness asks PostgreSQL for the
 * dataset.
 */
package peel.health;
