/** The order of a start, what is checked, and what is said when it fails. */
@NullMarked
package peel.start;

import org.jspecify.annotations.NullMarked;
