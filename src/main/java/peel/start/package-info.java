/** The order of a start, what is checked, and what is said when it fails. */
package peel.start;
