/** Fetching anything again by its id. */
package peel.lookup;
