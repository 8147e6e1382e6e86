/** Fetches any object again by its ID. */
@NullMarked
package peel.lookup;

import org.jspecify.annotations.NullMarked;
