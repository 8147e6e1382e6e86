/** The list of the forces, and the page of one. */
@NullMarked
package peel.page.force;

import org.jspecify.annotations.NullMarked;
