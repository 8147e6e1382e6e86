/** The order of a start, what it checks, and what it says when it fails. */
package peel.start;
