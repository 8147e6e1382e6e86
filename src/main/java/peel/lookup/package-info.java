/** Fetches any object again by its ID. */
package peel.lookup;
