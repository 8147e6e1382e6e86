/** Readiness. */
package peel.health;
