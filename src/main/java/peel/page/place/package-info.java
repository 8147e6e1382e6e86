/** Finds the force of a council or place. */
@NullMarked
package peel.page.place;

import org.jspecify.annotations.NullMarked;
