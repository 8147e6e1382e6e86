/** Publications, and the place in a publication where a fact stands. */
package peel.source;
